/// Numbers that look random and are the same in every run (Lehmer's generator, minimal standard of Park and Miller).
struct RepeatableNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed % 2_147_483_646 + 1 }

  mutating func next() -> UInt64 { (0..<3).reduce(0) { bits, _ in bits << 22 ^ step() } }

  private mutating func step() -> UInt64 {
    state = state * 48_271 % 2_147_483_647
    return state
  }
}
