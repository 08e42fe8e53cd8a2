public import Changes
public import YAML

/// One thing that makes a file unreadable as a draft, with its place; the file's name is in `DraftError`.
public struct DraftProblem: Error, Sendable, Equatable {
  /// The kinds of problem.
  public enum Reason: Sendable, Equatable {
    /// The file is larger than `Draft.sizeLimit`.
    case tooLarge(bytes: Int)
    /// The file looks like UTF-16 and has no byte order mark.
    case utf16WithoutMark
    /// The file ends in the middle of a UTF-16 unit, or holds half of a surrogate pair.
    case invalidUTF16
    /// The file holds bytes that are not UTF-8.
    case invalidUTF8
    /// The file holds a NUL.
    case nul
    /// The front matter has no closing line.
    case unterminatedFrontMatter
    /// The front matter is not what it should be.
    case frontMatter(YAMLError.Reason)
  }

  /// What is wrong.
  public var reason: Reason
  /// Where, in the file as it is stored.
  public var range: SourceRange

  /// Creates a problem.
  public init(_ reason: Reason, at range: SourceRange) {
    self.reason = reason
    self.range = range
  }

  /// What was seen and what to do, in one line without a place.
  public var message: String {
    switch reason {
    case .tooLarge(let bytes):
      "the file has \(bytes) bytes, more than \(Draft.sizeLimit); a draft is text, keep pictures and films in media/"
    case .utf16WithoutMark:
      "the file looks like UTF-16 without a byte order mark; save it as UTF-8"
    case .invalidUTF16: "the file breaks off inside a UTF-16 character; save it as UTF-8"
    case .invalidUTF8: "this byte is not UTF-8; save the file as UTF-8"
    case .nul: "the file holds a NUL character; remove it, or save the file as plain UTF-8 text"
    case .unterminatedFrontMatter:
      "the front matter that starts here has no end; close it with a line of three dashes"
    case .frontMatter(let reason): YAMLError(reason, at: range).message
    }
  }
}

/// Why a file cannot be read as a draft: the problems that were found, in the order of the file.
public struct DraftError: Error, Sendable, Equatable, CustomStringConvertible {
  /// How many problems of one file are reported at most.
  public static let problemLimit = 100

  /// The file's path in the repository.
  public var path: RepositoryPath
  /// The problems, at least one.
  public var problems: [DraftProblem]

  /// Creates an error.
  public init(path: RepositoryPath, problems: [DraftProblem]) {
    self.path = path
    self.problems = problems
  }

  /// One line for each problem: `path:line:column: what was seen; what to do`.
  public var description: String {
    let name = path.display
    return problems.map { "\(name):\($0.range.start.line):\($0.range.start.column): \($0.message)" }
      .joined(separator: "\n")
  }
}
