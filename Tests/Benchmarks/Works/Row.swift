/// One line of the table: a work, what it took, and what it is held against.
struct Row: Codable {
  var work: String
  /// How much was done, for people.
  var size: String
  var cost: Measured
  /// The yardstick and what it took in the same run; nil where there is none.
  var yardstick: String?
  var yardstickCost: Measured?
  /// Something per second, where that says more than the time.
  var rate: String?
  /// The bar, as the design has it.
  var bar: String?
  var isMet: Bool?

  /// How many times the yardstick's time the work takes.
  var ratio: Double? {
    guard let other = yardstickCost?.median, other > 0 else { return nil }
    return cost.median / other
  }
}
