import Canvas

/// Moves a reader to the same place in a reloaded dossier.
///
/// The selection stays on the same item wherever it is now, a text stays at the section at its top,
/// and a chart's cursor stays on its period. If something is gone, the reader stays nearby.
///
/// - Parameters:
///   - old: What was shown before; the state belongs to it.
///   - new: What is shown from now on.
package func reload(_ state: inout State, from old: Library, to new: Library) {
  let (before, after) = (Screen(state, old), Screen(state, new))
  for placement in after.placements {
    guard let former = before.placement(of: placement.panel) else { continue }
    after.content(placement).resume(
      before.content(former), &state.visit[panel: placement.panel], in: placement.inside.size)
  }
  if let window = state.visit.chart.window, let chart = after.content.chart {
    state.visit.chart.window = before.content.chart.flatMap { chart.window(window, of: $0) }
  }
  settle(&state, new)
}
