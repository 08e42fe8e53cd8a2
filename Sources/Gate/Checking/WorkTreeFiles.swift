public import Changes
internal import Git

/// The files of the work tree as they are on disk: for a check by hand, never for a hook.
public struct WorkTreeFiles: FileSource {
  private let top: String

  /// The files below the top of a work tree, an absolute path.
  public init(top: String) { self.top = top }

  /// The content of a regular file; nil where there is none, or where it is reached through a link.
  public func read(_ path: RepositoryPath, limit: Int) throws(GateError) -> [UInt8]? {
    try reading(path) { () throws(PlatformError) in
      guard let file = try location(of: path), try Platform.kind(of: file) == .file else { return nil }
      return try Platform.readFile(file, limit: limit)
    }
  }

  /// How long a regular file is, in bytes; nil where there is none, or where it is reached through a link.
  public func size(of path: RepositoryPath) throws(GateError) -> Int? {
    try reading(path) { () throws(PlatformError) in
      guard let file = try location(of: path), try Platform.kind(of: file) == .file else { return nil }
      return try Platform.size(of: file)
    }
  }

  /// The regular files below a folder, in byte order.
  public func files(under folder: RepositoryPath, limit: Int) throws(GateError) -> [(
    path: RepositoryPath, bytes: [UInt8]
  )] {
    var files: [(path: RepositoryPath, bytes: [UInt8])] = []
    try collect(folder, limit: limit, into: &files)
    return files.sorted { $0.path < $1.path }
  }

  private func collect(
    _ folder: RepositoryPath, limit: Int, into files: inout [(path: RepositoryPath, bytes: [UInt8])]
  ) throws(GateError) {
    let names = try reading(folder) { () throws(PlatformError) -> [String] in
      guard let place = try location(of: folder), try Platform.kind(of: place) == .folder else { return [] }
      return try Platform.names(in: place)
    }
    for name in names {
      guard let name = RepositoryPath(name) else { continue }
      let path = folder.appending(name)
      if let bytes = try read(path, limit: limit) {
        files.append((path, bytes))
      } else {
        try collect(path, limit: limit, into: &files)
      }
    }
  }

  /// The absolute path of a file; nil where a folder on the way is a link, which could lead anywhere.
  private func location(of path: RepositoryPath) throws(PlatformError) -> String? {
    var folder = top
    for component in path.components.dropLast() {
      folder += "/" + String(decoding: component, as: UTF8.self)
      guard try Platform.kind(of: folder) == .folder else { return nil }
    }
    return folder + "/" + String(decoding: path.name, as: UTF8.self)
  }

  private func reading<Value>(_ path: RepositoryPath, _ body: () throws(PlatformError) -> Value) throws(GateError)
    -> Value
  {
    do {
      return try body()
    } catch {
      throw .unreadable("\(path.display) cannot be read: \(error.description)")
    }
  }
}
