internal import BuiltinRules
internal import Git

/// The file below `.git/chaperone/` that a ``QueueMemory`` is kept in.
struct QueueFile {
  private let file: KeptFile

  init(_ repository: Repository) {
    // The form changes with what an item says about the same draft.
    file = KeptFile("queue", form: "chaperone-queue 2 \(BuiltinRules.tree)", limit: 256 << 20, in: repository)
  }

  /// What was kept; nil where there is nothing that can be used.
  func read() -> QueueMemory? {
    guard let content = file.read() else { return nil }
    var reader = MemoryReader(content)
    guard let memory = QueueMemory(from: &reader), reader.isAtEnd else { return nil }
    return memory
  }

  /// Keeps a memory, where that is possible.
  func write(_ memory: QueueMemory) {
    var writer = MemoryWriter()
    memory.write(to: &writer)
    file.write(writer.bytes)
  }
}
