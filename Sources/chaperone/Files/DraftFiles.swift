import Changes
import Drafts
import Gate
import Git

/// A file on disk that is to be checked.
struct DraftFile {
  /// Its path as the user gave it, joined with what was found below it.
  var shownPath: String
  /// Its path below the top of the work tree; outside any, the absolute path without the leading slash.
  var path: RepositoryPath
  var location: String
  /// What it is; nil where it cannot be found again under its name.
  var kind: Platform.FileKind?
}

/// Finds the files that paths on a command line stand for.
struct DraftFiles {
  private let session: Session
  private let top: String?

  /// - Parameter top: the top of the work tree, if there is one.
  init(session: Session, top: String?) throws(GateError) {
    self.session = session
    do {
      self.top = try top.map { top throws(PlatformError) in try Platform.canonicalPath(top) }
    } catch {
      throw .unreadable("the work tree cannot be found: \(error.description)")
    }
  }

  /// The files themselves, and `*.md` and `*.txt` below folders, in the order of their bytes; what is hidden is skipped.
  func files(for arguments: [String]) throws -> [DraftFile] {
    var files: [DraftFile] = []
    for argument in arguments {
      let location = session.absolute(argument)
      do {
        switch try Platform.kind(of: location) {
        case nil: throw UsageError("\(PlainText.shown(Array(argument.utf8))): there is no such file or folder.")
        case .folder:
          var shown = argument
          while shown.hasSuffix("/"), shown.utf8.count > 1 { shown.removeLast() }
          try collect(try Platform.canonicalPath(location), shown == "/" ? "" : shown, into: &files)
        case let kind?: files.append(try file(location, shown: argument, kind))
        }
      } catch let error as PlatformError {
        throw GateError.unreadable(error.description)
      }
    }
    return files
  }

  /// One file that was named: the folder it is in may be reached through links, the file itself may not be one.
  private func file(_ location: String, shown: String, _ kind: Platform.FileKind?) throws -> DraftFile {
    let slash = location.lastIndex(of: "/") ?? location.startIndex
    let folder = try Platform.canonicalPath(slash == location.startIndex ? "/" : String(location[..<slash]))
    let name = String(location[location.index(after: slash)...])
    return try file(in: folder, name, shown: shown, kind)
  }

  private func file(in folder: String, _ name: String, shown: String, _ kind: Platform.FileKind?) throws(GateError)
    -> DraftFile
  {
    let location = (folder == "/" ? "" : folder) + "/" + name
    var relative = location.dropFirst()
    if let top, location.hasPrefix(top + "/") { relative = location.dropFirst(top.count + 1) }
    guard let path = RepositoryPath(String(relative)) else {
      throw .unreadable("\(PlainText.shown(Array(shown.utf8))): the path cannot be read")
    }
    return DraftFile(shownPath: shown, path: path, location: location, kind: kind)
  }

  private func collect(_ folder: String, _ shown: String, into files: inout [DraftFile]) throws {
    var entries: [(key: String, name: String, kind: Platform.FileKind?)] = []
    for name in try Platform.names(in: folder) where !name.hasPrefix(".") {
      let kind = try Platform.kind(of: folder + "/" + name)
      entries.append((kind == .folder ? name + "/" : name, name, kind))
    }
    for entry in entries.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let (location, shown) = (folder + "/" + entry.name, shown + "/" + entry.name)
      if entry.kind == .folder {
        try collect(location, shown, into: &files)
      } else if entry.name.hasSuffix(".md") || entry.name.hasSuffix(".txt") || entry.kind == nil {
        // A name that is not UTF-8 cannot be looked up; it is reported, whatever it is.
        files.append(try file(in: folder, entry.name, shown: shown, entry.kind))
      } else if entry.kind == .link, try Platform.kind(of: location + "/.") == .folder {
        try session.note("chaperone: \(PlainText.shown(Array(shown.utf8))) is a link to a folder and was not followed.")
      }
    }
  }
}

extension DraftChecker {
  /// Nothing near this long is a post; a longer file is not even read to say how long it is.
  private static let readLimit = 64 * 1_048_576

  /// Checks a file on disk; its pictures and films are looked up in `media`.
  func check(_ file: DraftFile, in files: (any FileSource)?, media: any FileSource) throws(GateError) -> CheckedDraft {
    judge(try prepare(file, in: files, media: media))
  }

  /// Reads a file on disk; its pictures and films are looked up in `media`.
  func prepare(_ file: DraftFile, in files: (any FileSource)?, media: any FileSource) throws(GateError) -> PreparedDraft
  {
    func refused(_ reason: String) -> PreparedDraft {
      PreparedDraft(refuse(file.path, reason, shownAs: file.shownPath))
    }
    switch file.kind {
    case .file: break
    case .link:
      return refused("a symbolic link cannot be checked, because what it points to can change; name the file itself")
    case .folder, .other: return refused("this is no file; name a file of text")
    case nil: return refused("it cannot be found under this name; give it a name in UTF-8")
    }
    let bytes: [UInt8]
    do {
      bytes = try Platform.readFile(file.location, limit: Self.readLimit)
    } catch {
      return refused("it cannot be read: \(error.description)")
    }
    return try prepare(bytes, path: file.path, in: files, media: media, shownAs: file.shownPath)
  }
}
