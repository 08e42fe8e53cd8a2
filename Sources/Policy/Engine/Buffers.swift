/// An array that somebody else keeps alive and unchanged.
///
/// Reading an element costs a comparison and nothing else: nobody is counted as an owner, whoever holds a view.
@safe
struct View<Element>: @unchecked Sendable {
  let elements: UnsafeBufferPointer<Element>

  /// A view of an array, which the caller keeps for as long as the view is used.
  init(_ array: [Element]) { unsafe elements = array.withUnsafeBufferPointer { unsafe $0 } }

  /// A view of elements that stay where they are for as long as it is used.
  init(_ elements: UnsafeBufferPointer<Element>) { unsafe self.elements = unsafe elements }

  var count: Int { unsafe elements.count }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: unsafe elements.count))
      return unsafe elements[index]
    }
  }

  /// Some of the elements.
  subscript(range: Range<Int>) -> View {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe View(UnsafeBufferPointer(rebasing: elements[range]))
  }

  /// The elements, copied.
  var array: [Element] { unsafe Array(elements) }
}

extension View<UInt8> {
  /// The text that the bytes are in UTF-8.
  var text: String { unsafe String(decoding: elements, as: UTF8.self) }
}

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
