/// An array that somebody else keeps alive and unchanged.
///
/// Reading an element costs a comparison and nothing else: nobody is counted as an owner, whoever holds a view.
@safe
struct View<Element>: @unchecked Sendable {
  private let elements: UnsafeBufferPointer<Element>

  /// A view of an array, which the caller keeps for as long as the view is used.
  init(_ array: [Element]) { unsafe elements = array.withUnsafeBufferPointer { unsafe $0 } }

  private init(_ elements: UnsafeBufferPointer<Element>) { unsafe self.elements = unsafe elements }

  /// What `body` makes of a view of some elements, which stay where they are until it is done.
  static func of<Value>(_ elements: some Collection<Element>, _ body: (View) -> Value) -> Value {
    let seen = elements.withContiguousStorageIfAvailable { unsafe body(View($0)) }
    if let seen { return seen }
    let copy = Array(elements)
    return unsafe copy.withUnsafeBufferPointer { unsafe body(View($0)) }
  }

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

  /// The numbers that stand in planes of six bits, as `CompactWriter` puts them; nil where something else does.
  ///
  /// In stretches that stay in the nearest cache, and plain enough to be done many at a time.
  func numbers(planes: Int, count: Int) -> [Int32]? {
    precondition(count >= 0 && planes >= 0 && planes * count <= self.count)
    var strange: UInt8 = 0
    let numbers = unsafe [Int32](unsafeUninitializedCapacity: count) { numbers, filled in
      unsafe numbers.initialize(repeating: 0)
      filled = count
      for from in stride(from: 0, to: count, by: 1_024) {
        let stretch = from..<Swift.min(from + 1_024, count)
        for plane in 0..<planes {
          let (start, shift) = (plane * count, UInt32(plane * 6))
          for index in stretch {
            let digit = unsafe elements[start + index] &- 0x30
            strange |= digit
            unsafe numbers[index] |= Int32(bitPattern: UInt32(digit) << shift)
          }
        }
        for index in stretch {
          let value = unsafe UInt32(bitPattern: numbers[index])
          unsafe numbers[index] = Int32(bitPattern: value >> 1) ^ -Int32(bitPattern: value & 1)
        }
      }
    }
    return strange < 64 ? numbers : nil
  }
}
