/// An object of libgit2, freed when the handle goes.
///
/// Always give a handle a name before taking its pointer: a temporary is destroyed before the call it is used in.
@safe struct Handle: ~Copyable {
  let pointer: OpaquePointer
  private let free: (OpaquePointer?) -> Void

  /// Takes what `make` stores and `free` later releases.
  init(
    _ operation: String, free: @escaping (OpaquePointer?) -> Void, make: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    var pointer: OpaquePointer?
    let code = unsafe make(&pointer)
    try Library.check(code, operation)
    guard let pointer = unsafe pointer else {
      throw .libgit2(code: code, category: 0, operation: operation, message: "success without a result")
    }
    unsafe self.pointer = pointer
    unsafe self.free = free
  }

  deinit { unsafe free(pointer) }
}
