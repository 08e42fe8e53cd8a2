/// RSASSA-PKCS1-v1_5 verification (RFC 8017 section 8.2.2) over public numbers only.
///
/// The whole encoded message is rebuilt and compared, never parsed, so there is no padding to be lenient about.
/// Nothing here is secret, hence nothing is constant-time. The arithmetic is Montgomery multiplication over 64-bit
/// limbs, least significant first.
enum RSAVerification {
  static func isValid(
    _ signature: [UInt8], over digest: [UInt8], _ hash: MessageHash, modulus: [UInt8], exponent: [UInt8]
  ) -> Bool {
    guard signature.count == modulus.count, let field = Montgomery(modulus: modulus) else { return false }
    let value = limbs(signature, count: field.modulus.count)
    guard isLess(value, field.modulus) else { return false }
    let encoded = bytes(field.power(value, exponent), count: modulus.count)
    return encoded == encodedMessage(digest, hash, count: modulus.count)
  }

  private static func encodedMessage(_ digest: [UInt8], _ hash: MessageHash, count: Int) -> [UInt8] {
    let tail = digestInfo(hash) + digest
    let filling = [UInt8](repeating: 0xFF, count: max(8, count - tail.count - 3))
    return [0x00, 0x01] + filling + [0x00] + tail
  }

  /// The DER head of `DigestInfo`, RFC 8017 section 9.2, note 1.
  private static func digestInfo(_ hash: MessageHash) -> [UInt8] {
    switch hash {
    case .sha256:
      [
        0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04,
        0x20,
      ]
    case .sha512:
      [
        0x30, 0x51, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03, 0x05, 0x00, 0x04,
        0x40,
      ]
    }
  }

  static func limbs(_ bytes: [UInt8], count: Int) -> [UInt64] {
    var limbs = [UInt64](repeating: 0, count: count)
    for (index, byte) in bytes.reversed().enumerated() where index / 8 < count {
      limbs[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
    }
    return limbs
  }

  static func bytes(_ limbs: [UInt64], count: Int) -> [UInt8] {
    (0..<count).reversed().map { index in
      UInt8(truncatingIfNeeded: limbs[index / 8] >> UInt64(index % 8 * 8))
    }
  }

  static func isLess(_ left: [UInt64], _ right: [UInt64]) -> Bool {
    for index in left.indices.reversed() where left[index] != right[index] { return left[index] < right[index] }
    return false
  }
}

/// Multiplication modulo an odd number.
struct Montgomery {
  let modulus: [UInt64]
  /// −modulus⁻¹ modulo 2⁶⁴.
  private let inverse: UInt64
  /// R² modulo the modulus, R being 2 to the number of bits in all limbs.
  private var rSquared: [UInt64]

  init?(modulus bytes: [UInt8]) {
    guard let last = bytes.last, last & 1 == 1 else { return nil }
    let modulus = RSAVerification.limbs(bytes, count: (bytes.count + 7) / 8)
    guard let lowest = modulus.first else { return nil }
    // Newton's iteration doubles the number of right bits: 3, 6, 12, 24, 48, 96.
    var inverse = lowest
    for _ in 0..<5 { inverse = inverse &* (2 &- lowest &* inverse) }
    self.modulus = modulus
    self.inverse = 0 &- inverse
    rSquared = []
    rSquared = squareOfR()
  }

  /// R² modulo the modulus: R by doubling the modulus' highest power of two, then 2ᵇR by squaring, b being R's
  /// exponent.
  private func squareOfR() -> [UInt64] {
    let exponent = modulus.count * 64
    let unusedBits = modulus.last?.leadingZeroBitCount ?? 0
    var one = [UInt64](repeating: 0, count: modulus.count)
    one[modulus.count - 1] = 1 << UInt64(63 - unusedBits)
    for _ in 0...unusedBits { one = Self.doubled(one, modulo: modulus) }
    var power = one
    for bit in (0..<(Int.bitWidth - exponent.leadingZeroBitCount)).reversed() {
      power = multiply(power, power)
      if exponent >> bit & 1 == 1 { power = Self.doubled(power, modulo: modulus) }
    }
    return power
  }

  /// `base` to the power of a positive exponent given by its bytes; `base` is below the modulus.
  func power(_ base: [UInt64], _ exponent: [UInt8]) -> [UInt64] {
    let base = multiply(base, rSquared)
    var one = [UInt64](repeating: 0, count: modulus.count)
    one[0] = 1
    var result = multiply(one, rSquared)
    for byte in exponent {
      for bit in (0..<8).reversed() {
        result = multiply(result, result)
        if byte >> UInt8(bit) & 1 == 1 { result = multiply(result, base) }
      }
    }
    return multiply(result, one)
  }

  /// left · right · R⁻¹ modulo the modulus.
  private func multiply(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
    let count = modulus.count
    var sum = [UInt64](repeating: 0, count: count + 2)
    for index in 0..<count {
      var carry: UInt64 = 0
      for position in 0..<count {
        (carry, sum[position]) = Self.accumulate(left[position], right[index], sum[position], carry)
      }
      let (top, overflow) = sum[count].addingReportingOverflow(carry)
      sum[count] = top
      sum[count + 1] = overflow ? 1 : 0

      let factor = sum[0] &* inverse
      carry = Self.accumulate(factor, modulus[0], sum[0], 0).high
      for position in 1..<count {
        (carry, sum[position - 1]) = Self.accumulate(factor, modulus[position], sum[position], carry)
      }
      let (reduced, secondOverflow) = sum[count].addingReportingOverflow(carry)
      sum[count - 1] = reduced
      sum[count] = sum[count + 1] &+ (secondOverflow ? 1 : 0)
    }
    let result = Array(sum[..<count])
    return sum[count] != 0 || !RSAVerification.isLess(result, modulus) ? Self.difference(result, modulus) : result
  }

  private static func accumulate(
    _ left: UInt64, _ right: UInt64, _ addend: UInt64, _ carry: UInt64
  ) -> (high: UInt64, low: UInt64) {
    var (high, low) = left.multipliedFullWidth(by: right)
    var overflow: Bool
    (low, overflow) = low.addingReportingOverflow(addend)
    if overflow { high &+= 1 }
    (low, overflow) = low.addingReportingOverflow(carry)
    if overflow { high &+= 1 }
    return (high, low)
  }

  private static func doubled(_ value: [UInt64], modulo modulus: [UInt64]) -> [UInt64] {
    var result = value
    var carry: UInt64 = 0
    for index in result.indices {
      let top = result[index] >> 63
      result[index] = result[index] << 1 | carry
      carry = top
    }
    return carry != 0 || !RSAVerification.isLess(result, modulus) ? difference(result, modulus) : result
  }

  private static func difference(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
    var result = left
    var borrow = false
    for index in result.indices {
      let (first, firstBorrow) = result[index].subtractingReportingOverflow(right[index])
      let (second, secondBorrow) = first.subtractingReportingOverflow(borrow ? 1 : 0)
      result[index] = second
      borrow = firstBorrow || secondBorrow
    }
    return result
  }
}
