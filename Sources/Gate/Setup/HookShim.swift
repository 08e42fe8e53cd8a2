/// The file that git runs as a hook: a few lines of `sh` that call `chaperone-hook`.
public enum HookShim {
  /// What an earlier hook of the same name is kept as.
  public static func earlierName(of hook: String) -> String { hook + ".before-chaperone" }

  /// The text of a hook, with the absolute path of the program it calls.
  ///
  /// nil where there is no hook of that name.
  public static func text(of hook: String, program: String) -> String? {
    guard let template = EmbeddedFiles.all.first(where: { $0.path == hook }) else { return nil }
    // Within single quotes of a shell only the quote itself needs care.
    var quoted = ""
    for character in program { quoted += character == "'" ? "'\\''" : String(character) }
    return replaced(template.text, quoted)
  }

  /// Whether a file is one of these, of this version or another one.
  public static func isShim(_ text: [UInt8], hook: String) -> Bool {
    text.starts(with: "#!/bin/sh\n# Chaperone's \(hook) hook.".utf8)
  }

  /// The path of the program that a hook calls; nil where it says none.
  public static func program(in text: [UInt8]) -> String? {
    let lead = "program='"
    for line in text.split(separator: 0x0A) where line.starts(with: lead.utf8) && line.last == UInt8(ascii: "'") {
      let quoted = String(decoding: line.dropFirst(lead.utf8.count).dropLast(), as: UTF8.self)
      return unquoted(quoted)
    }
    return nil
  }

  private static let placeholder = "@PROGRAM@"

  private static func replaced(_ template: String, _ value: String) -> String {
    guard let range = template.firstRange(of: placeholder) else { return template }
    return String(template[..<range.lowerBound]) + value + String(template[range.upperBound...])
  }

  private static func unquoted(_ text: String) -> String {
    var plain = ""
    var rest = text[...]
    while let range = rest.firstRange(of: "'\\''") {
      plain += rest[..<range.lowerBound] + "'"
      rest = rest[range.upperBound...]
    }
    return plain + rest
  }
}
