/// Why a line is not a record.
///
/// Columns count bytes from 1. Nothing of the line is repeated in a message except names of fields.
public enum RecordError: Error, Hashable, Sendable {
  /// The line has more than 4,096 bytes.
  case tooLong(bytes: Int)
  /// The line holds a NUL.
  case nul(column: Int)
  /// The line holds a carriage return.
  case carriageReturn(column: Int)
  /// The line holds a line feed: it is folded, or more than one line.
  case lineBreak(column: Int)
  /// The line holds a tab.
  case tab(column: Int)
  /// The line holds another byte that is not printable ASCII.
  case notPrintable(byte: UInt8, column: Int)
  /// The line does not begin with a record's trailer key, a colon and one space.
  case unknownKey
  /// The version is not `v1`.
  case unknownVersion
  /// The kind is none of approve, object and withdraw.
  case unknownKind
  /// The trailer key belongs to another kind.
  case keyOfOtherKind(kind: RecordKind)
  /// Two spaces stand together, or the line ends with a space.
  case emptyWord(column: Int)
  /// A word is not `name=value`.
  case notAField(column: Int)
  /// A field name that version 1 does not have.
  case unknownField(column: Int)
  /// A field that was there before.
  case duplicate(RecordField)
  /// A field stands before one that must come first.
  case outOfOrder(RecordField, expected: RecordField)
  /// The line ends before this field.
  case missing(RecordField)
  /// A field's value does not have its form.
  case malformed(RecordField)
  /// `exp` is not after `at`.
  case expiresBeforeSigned
  /// A withdrawal names no record in `seen`.
  case withdrawsNothing
}

extension RecordError: CustomStringConvertible {
  /// One sentence for a person.
  public var description: String {
    switch self {
    case .tooLong(let bytes): "The record has \(bytes) bytes; \(Record.maximumLength) are allowed."
    case .nul(let column): "A NUL stands at column \(column); a record is printable ASCII."
    case .carriageReturn(let column): "A carriage return stands at column \(column); a record is one line."
    case .lineBreak(let column): "A line break stands at column \(column); a record is one line and is never folded."
    case .tab(let column): "A tab stands at column \(column); fields are parted by one space."
    case .notPrintable(let byte, let column):
      "The byte 0x\(ASCII.text(ASCII.lowerHex([byte]))) stands at column \(column); a record is printable ASCII."
    case .unknownKey: "The line does not begin with the key of a record."
    case .unknownVersion: "The record's version is not v1."
    case .unknownKind: "The record's kind is none of approve, object and withdraw."
    case .keyOfOtherKind(let kind): "The trailer key does not belong to a record of the kind \(kind.rawValue)."
    case .emptyWord(let column): "An empty word stands at column \(column); fields are parted by one space."
    case .notAField(let column): "The word at column \(column) is not a field."
    case .unknownField(let column): "The field at column \(column) is none that version 1 has."
    case .duplicate(let field): "The field \(field.rawValue) stands twice."
    case .outOfOrder(let field, let expected):
      "The field \(field.rawValue) stands where \(expected.rawValue) must stand."
    case .missing(let field): "The field \(field.rawValue) is missing."
    case .malformed(let field): "The field \(field.rawValue) does not have its form."
    case .expiresBeforeSigned: "The record expires before it was signed."
    case .withdrawsNothing: "The withdrawal names no record."
    }
  }
}
