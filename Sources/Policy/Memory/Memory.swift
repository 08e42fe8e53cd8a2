/// Working memory of a fixed size.
///
/// Copies are the same memory; whoever made it gives it back.
@safe
struct Memory<Element>: @unchecked Sendable {
  private let elements: UnsafeMutableBufferPointer<Element>

  init(repeating element: Element, count: Int) {
    unsafe elements = UnsafeMutableBufferPointer.allocate(capacity: count)
    unsafe elements.initialize(repeating: element)
  }

  var count: Int { unsafe elements.count }

  /// Gives the memory back; it is not used after that.
  func deallocate() { unsafe elements.deallocate() }

  func fill(with element: Element) { unsafe elements.update(repeating: element) }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: unsafe elements.count))
      return unsafe elements[index]
    }
    @inline(__always) nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: unsafe elements.count))
      unsafe elements[index] = newValue
    }
  }
}
