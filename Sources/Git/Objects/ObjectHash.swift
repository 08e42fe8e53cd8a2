public import Changes
import Clibgit2

/// The ids git gives to contents, without a repository (SHA-1).
public enum ObjectHash {
  /// The id of a file's content.
  public static func blob(_ content: [UInt8]) throws(GitError) -> ObjectID {
    try hash(content, GIT_OBJECT_BLOB)
  }

  /// The id of a folder that holds regular files only, named by their paths below it.
  public static func tree(_ files: [(path: RepositoryPath, id: ObjectID)]) throws(GitError) -> ObjectID {
    var entries: [(name: [UInt8], isFolder: Bool, id: ObjectID)] = []
    var folders: [[UInt8]: [(path: RepositoryPath, id: ObjectID)]] = [:]
    for file in files {
      let name = Array(file.path.components[0])
      guard let folder = RepositoryPath(bytes: name), let rest = file.path.relative(to: folder), rest != file.path
      else {
        entries.append((name, false, file.id))
        continue
      }
      folders[name, default: []].append((rest, file.id))
    }
    for (name, files) in folders { entries.append((name, true, try tree(files))) }
    // Git sorts a folder as if its name ended in a slash (Documentation of the index and tree formats).
    let sorted = entries.sorted {
      ($0.name + ($0.isFolder ? [0x2F] : [])).lexicographicallyPrecedes($1.name + ($1.isFolder ? [0x2F] : []))
    }
    var content: [UInt8] = []
    for entry in sorted {
      content += Array((entry.isFolder ? "40000 " : "100644 ").utf8) + entry.name + [0] + entry.id.bytes
    }
    return try hash(content, GIT_OBJECT_TREE)
  }

  private static func hash(_ content: [UInt8], _ kind: git_object_t) throws(GitError) -> ObjectID {
    try Library.ensureStarted()
    var oid = git_oid()
    let code = unsafe git_odb_hash(&oid, content, content.count, kind)
    try Library.check(code, "hash")
    return try ObjectID(oid)
  }
}
