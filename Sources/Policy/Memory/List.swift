/// Working memory that grows, for elements that own nothing.
///
/// Emptied without giving memory back, which whoever made it does.
@safe
struct List<Element> {
  private var elements: UnsafeMutableBufferPointer<Element>
  private(set) var count = 0

  init(capacity: Int) { unsafe elements = UnsafeMutableBufferPointer.allocate(capacity: capacity) }

  /// Gives the memory back; it is not used after that.
  func deallocate() { unsafe elements.deallocate() }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if unsafe count == elements.count { grow() }
    unsafe elements.initializeElement(at: count, to: element)
    count += 1
  }

  /// Forgets the last elements.
  mutating func removeLast(_ many: Int) {
    precondition(many >= 0 && many <= count)
    count -= many
  }

  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(16, count * 2))
    _ = unsafe larger.moveInitialize(fromContentsOf: elements[..<count])
    unsafe elements.deallocate()
    unsafe elements = larger
  }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return unsafe elements[index]
    }
    @inline(__always) set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      unsafe elements[index] = newValue
    }
  }
}
