extension SSHSignature {
  /// Reads the text `ssh-keygen -Y sign` writes: `-----BEGIN SSH SIGNATURE-----`, base64 lines, the end line.
  ///
  /// - Returns: The blob, not yet looked into.
  /// - Throws: `SSHSignatureError.armour` for anything before, after or between that does not belong.
  public static func blob(armoured text: [UInt8]) throws(SSHSignatureError) -> [UInt8] {
    var lines = text.split(separator: ASCII.newline, omittingEmptySubsequences: false).map { Array($0) }
    if lines.last == [] { lines.removeLast() }
    guard lines.count > 2, lines.removeFirst() == begin, lines.removeLast() == end else { throw .armour }
    guard let blob = Base64.decode(Array(lines.joined())), !blob.isEmpty else { throw .armour }
    return blob
  }

  /// Writes the text `ssh-keygen -Y verify` reads, with base64 lines of 70 columns and a final line feed.
  public static func armour(_ blob: [UInt8]) -> [UInt8] {
    let base64 = Base64.encode(blob)
    var text = begin + [ASCII.newline]
    for start in stride(from: 0, to: base64.count, by: 70) {
      text += base64[start..<min(start + 70, base64.count)] + [ASCII.newline]
    }
    return text + end + [ASCII.newline]
  }

  private static let begin = Array("-----BEGIN SSH SIGNATURE-----".utf8)
  private static let end = Array("-----END SSH SIGNATURE-----".utf8)
}
