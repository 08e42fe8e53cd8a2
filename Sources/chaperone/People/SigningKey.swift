import Approvals
import Gate
import Git

/// A key to sign with: what `ssh-keygen` is given, and the public half that others list.
struct SigningKey {
  /// The absolute path of the private key, or of a public one whose private half an agent or a token has.
  let file: String
  /// The absolute path of the public key.
  let publicFile: String
  /// The public key.
  let key: PublicKey

  /// No key file is longer.
  private static let sizeLimit = 65_536

  /// Reads an existing key: a public key file, or a private one with its public half beside it.
  init(existing path: String) throws {
    let isPublic = path.hasSuffix(".pub")
    let publicPath = isPublic ? path : path + ".pub"
    key = try Self.publicKey(at: publicPath, asked: path)
    publicFile = publicPath
    let privatePath = isPublic ? String(path.dropLast(4)) : path
    file = try Self.exists(privatePath) ? privatePath : publicPath
  }

  /// The key of a file that holds a public key, first line `type base64 [comment]`.
  static func publicKey(at path: String, asked: String) throws -> PublicKey {
    let shown = PlainText.shown(Array(asked.utf8))
    guard try exists(path) else {
      throw UsageError("\(PlainText.shown(Array(path.utf8))): there is no such public key file.")
    }
    let bytes: [UInt8]
    do {
      bytes = try Platform.readFile(path, limit: sizeLimit)
    } catch {
      throw GateError.unreadable("\(shown) cannot be read: \(error.description)")
    }
    do {
      return try PublicKey(line: bytes.prefix { $0 != 0x0A && $0 != 0x0D })
    } catch {
      throw UsageError("\(shown) is not a public key that can be used: \(error.description)")
    }
  }

  /// Makes an Ed25519 key at a path where nothing is.
  ///
  /// - Parameter hasPassphrase: whether `ssh-keygen` asks for a passphrase, on the terminal.
  static func create(at path: String, for person: String, hasPassphrase: Bool, _ session: Session) throws -> SigningKey
  {
    guard try !exists(path), try !exists(path + ".pub") else {
      throw UsageError(
        "\(path) is there already, and no key is ever overwritten. Use it with --key.",
        examples: ["chaperone identity init --key \(path)"])
    }
    var runner = ProcessRunner(
      environment: session.environment.variables, directory: session.environment.directory)
    runner.error = .inherit
    runner.inheritsInput = hasPassphrase
    runner.output = hasPassphrase ? .inherit : .capture
    let status: Int32
    do throws(PlatformError) {
      if let slash = path.lastIndex(of: "/") { try Platform.createFolder(String(path[..<slash])) }
      status = try runner.run(
        "ssh-keygen",
        ["-q", "-t", "ed25519", "-C", "chaperone \(person)", "-f", path] + (hasPassphrase ? [] : ["-N", ""])
      ).status
    } catch {
      throw GateError.unreadable("the key cannot be made: \(error.description)")
    }
    guard status == 0 else {
      throw GateError.unreadable("ssh-keygen made no key (status \(status)); nothing was set up")
    }
    return try SigningKey(existing: path)
  }

  private static func exists(_ path: String) throws(GateError) -> Bool {
    do {
      return try Platform.kind(of: path) != nil
    } catch {
      throw .unreadable("\(path) cannot be looked for: \(error.description)")
    }
  }
}
