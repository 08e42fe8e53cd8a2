/// What kind of thing a tree or index entry is.
public enum FileMode: UInt32, Hashable, Sendable {
  /// A file without the executable bit.
  case regular = 0o100644
  /// A file with the executable bit.
  case executable = 0o100755
  /// A symbolic link; its blob is the target, which is never followed.
  case symlink = 0o120000
  /// A commit of another repository; its content is not in this one.
  case submodule = 0o160000
  /// A folder.
  case tree = 0o040000

  /// Reads the mode of a tree or index entry; `nil` for one git does not write.
  ///
  /// The group-writable 100664 of very old git counts as a regular file, as in git itself.
  public init?(gitMode: UInt32) {
    if gitMode == 0o100664 {
      self = .regular
    } else {
      self.init(rawValue: gitMode)
    }
  }

  /// Whether the entry is a file whose bytes are content, executable or not.
  public var isFile: Bool { self == .regular || self == .executable }

  /// The six octal digits git prints.
  public var octal: String {
    let digits = String(rawValue, radix: 8)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
