import Media
import Testing

/// Metadata that exiftool writes, and the kinds of facts it makes.
struct Writing: Sendable, CustomTestStringConvertible {
  var arguments: [String]
  var kinds: Set<MediaFact.Kind>
  var testDescription: String { arguments.joined(separator: " ") }

  init(_ arguments: [String], _ kinds: Set<MediaFact.Kind>) {
    self.arguments = arguments
    self.kinds = kinds
  }

  static let exif: [Writing] = [
    Writing(["-EXIF:GPSLatitude=51.5", "-EXIF:GPSLatitudeRef=N"], [.position]),
    Writing(["-EXIF:GPSLongitude=0.5", "-EXIF:GPSLongitudeRef=W"], [.position]),
    Writing(["-EXIF:GPSAreaInformation=Harbour"], [.position]),
    Writing(["-EXIF:GPSVersionID=2.3.0.0", "-EXIF:Make=Acme", "-EXIF:Copyright=Acme Clinic"], []),
    Writing(["-EXIF:OwnerName=Ada Ember"], [.ownerName]),
    Writing(["-EXIF:SerialNumber=4711"], [.serialNumber]),
    Writing(["-EXIF:LensSerialNumber=0815"], [.serialNumber]),
    Writing(["-EXIF:Artist=Ada Ember"], [.creatorName]),
    Writing(["-EXIF:UserComment=in bed four"], [.comment]),
    Writing(["-EXIF:XPComment=in bed four"], [.comment]),
    Writing(["-EXIF:XPAuthor=Ada Ember"], [.creatorName]),
    Writing(["-EXIF:ImageDescription=after surgery"], [.caption]),
    Writing(["-EXIF:Orientation#=6", "-EXIF:DateTimeOriginal=2026:11:01 10:00:00"], []),
  ]

  static let xmp: [Writing] = [
    Writing(["-XMP:GPSLatitude=51.5"], [.position]),
    Writing(["-XMP-photoshop:City=Ballwin"], [.placeName]),
    Writing(["-XMP-photoshop:Country=Norway"], []),
    Writing(["-XMP-iptcCore:Location=Ward 3"], [.placeName]),
    Writing(["-XMP-iptcExt:LocationShownSublocation=Ward 3"], [.placeName]),
    Writing(["-XMP-iptcExt:PersonInImage=Rosa"], [.personShown]),
    Writing(["-XMP-mwg-rs:RegionName=Rosa", "-XMP-mwg-rs:RegionType=Face"], [.personShown]),
    Writing(["-XMP-dc:Creator=Ada Ember"], [.creatorName]),
    Writing(["-XMP-dc:Description=after surgery"], [.caption]),
    Writing(["-XMP-dc:Rights=Acme Clinic", "-XMP:CreatorTool=Acme"], []),
    Writing(["-XMP-aux:SerialNumber=4711"], [.serialNumber]),
    Writing(["-XMP-exifEX:LensSerialNumber=4711"], [.serialNumber]),
    Writing(["-XMP-aux:OwnerName=Ada Ember"], [.ownerName]),
    Writing(["-XMP-xmpMM:HistoryAction=saved", "-XMP-xmpMM:HistorySoftwareAgent=Acme"], [.fileHistory]),
    Writing(["-XMP-xmpMM:DocumentID=xmp.did:1"], []),
    Writing(["-XMP-xmp:ThumbnailImage<=preview.jpg"], [.preview]),
    Writing(
      [
        "-XMP-iptcExt:DigitalSourceType=http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
      ], [.machineMade]),
    Writing(
      ["-XMP-iptcExt:DigitalSourceType=http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"], []),
  ]

  static let iptc: [Writing] = [
    Writing(["-IPTC:City=Ballwin"], [.placeName]),
    Writing(["-IPTC:Sub-location=Ward 3"], [.placeName]),
    Writing(["-IPTC:Country-PrimaryLocationName=Norway"], []),
    Writing(["-IPTC:By-line=Ada Ember"], [.creatorName]),
    Writing(["-IPTC:Caption-Abstract=after surgery"], [.caption]),
    Writing(["-IPTC:SpecialInstructions=crop bed four"], [.comment]),
    Writing(["-IPTC:CopyrightNotice=Acme Clinic"], []),
  ]

  static let films: [Writing] = [
    Writing(["-UserData:GPSCoordinates=51.5, -0.5, 12"], [.position]),
    Writing(["-Keys:GPSCoordinates=51.5, -0.5, 12"], [.position]),
    Writing(["-Keys:LocationName=Ward 3"], [.placeName]),
    Writing(["-Keys:Author=Ada Ember"], [.creatorName]),
    Writing(["-Keys:Make=Acme", "-Keys:Model=One"], []),
    Writing(["-Keys:Comment=in bed four"], [.comment]),
    Writing(["-ItemList:Artist=Ada Ember"], [.creatorName]),
    Writing(["-ItemList:Title=After surgery"], [.caption]),
    Writing(["-UserData:Comment=in bed four"], [.comment]),
  ]
}
