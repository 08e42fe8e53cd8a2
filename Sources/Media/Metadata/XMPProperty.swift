/// The properties of an XMP packet that say who, where or from what, by namespace and name.
enum XMPProperty {
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

  /// What a property says; nil for one that does not matter here.
  static func kind(namespace: String, name: String) -> MediaFact.Kind? { table[namespace]?[name] }

  private static let table: [String: [String: MediaFact.Kind]] = [
    "http://ns.adobe.com/exif/1.0/": [
      "GPSLatitude": .position, "GPSLongitude": .position, "GPSDestLatitude": .position,
      "GPSDestLongitude": .position, "GPSAreaInformation": .position, "UserComment": .comment,
    ],
    "http://cipa.jp/exif/1.0/": [
      "BodySerialNumber": .serialNumber, "LensSerialNumber": .serialNumber, "CameraOwnerName": .ownerName,
      "Photographer": .creatorName, "ImageEditor": .creatorName, "ImageTitle": .caption,
    ],
    "http://ns.adobe.com/exif/1.0/aux/": [
      "SerialNumber": .serialNumber, "LensSerialNumber": .serialNumber, "OwnerName": .ownerName,
    ],
    "http://ns.adobe.com/tiff/1.0/": ["Artist": .creatorName, "ImageDescription": .caption],
    "http://purl.org/dc/elements/1.1/": [
      "creator": .creatorName, "contributor": .creatorName, "description": .caption, "title": .caption,
      "subject": .caption, "coverage": .placeName,
    ],
    "http://ns.adobe.com/xap/1.0/rights/": ["Owner": .ownerName],
    "http://ns.adobe.com/photoshop/1.0/": [
      "City": .placeName, "CaptionWriter": .creatorName, "Headline": .caption, "Instructions": .comment,
      "DocumentAncestors": .fileHistory,
    ],
    "http://ns.adobe.com/lightroom/1.0/": ["hierarchicalSubject": .caption],
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": [
      "Location": .placeName, "CiAdrCity": .creatorName, "CiAdrExtadr": .creatorName, "CiEmailWork": .creatorName,
      "CiTelWork": .creatorName,
    ],
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": [
      "City": .placeName, "Sublocation": .placeName, "LocationName": .placeName, "PersonInImage": .personShown,
      "PersonName": .personShown, "DigitalSourceType": .machineMade,
    ],
    "http://www.metadataworkinggroup.com/schemas/regions/": ["Name": .personShown],
    "http://ns.microsoft.com/photo/1.2/t/Region#": ["PersonDisplayName": .personShown],
    "http://ns.adobe.com/xap/1.0/mm/": [
      "History": .fileHistory, "DerivedFrom": .fileHistory, "Ingredients": .fileHistory, "Pantry": .fileHistory,
      "ManagedFrom": .fileHistory,
    ],
    "http://ns.adobe.com/xap/1.0/g/img/": ["image": .preview],
    "http://ns.google.com/photos/1.0/image/": ["Data": .hiddenContent],
    "http://ns.google.com/photos/1.0/depthmap/": ["Data": .hiddenContent],
  ]
}
