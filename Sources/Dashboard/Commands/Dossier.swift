import BuiltIn
import Interface
import Model
import Terminal

@main
struct Main {
  static func main() { print("dossier") }
}
