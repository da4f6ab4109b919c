/// One thing on a slide and the step from which it is shown.
package struct SlideElement: Hashable, Sendable {
  /// What is shown.
  package var content: SlideContent
  /// The step from which it is shown, counted from 0.
  package var step: Int

  /// An element that is shown from a step on.
  package init(_ content: SlideContent, step: Int = 0) {
    self.content = content
    self.step = step
  }

  /// The step at which all of it is shown.
  var lastStep: Int {
    guard case .columns(let columns) = content else { return step }
    return columns.joined().map(\.lastStep).reduce(step, max)
  }
}

/// What an element of a slide shows.
package indirect enum SlideContent: Hashable, Sendable {
  /// The deck's own prose.
  case block(Block)
  /// A live part of the dossier.
  case inclusion(Inclusion)
  /// Columns side by side, or one below another if there is no room. Columns contain no columns.
  case columns([[SlideElement]])
}

/// A part of the dossier that a slide shows in its current state.
///
/// Written as an image: `![](chart:us-content)`.
package enum Inclusion: Hashable, Sendable {
  /// An indicator's chart: `chart:us-content`.
  case chart(indicator: String)
  /// A record in short: `rec:economics-3`, or any other reference.
  case record(Reference)
  /// The recommendations of a chapter, an addressee or a theme, with addressees: `recs:security`.
  case recommendations(category: String)
  /// The counts of recommendations by theme and addressee: `matrix:addressee-theme`.
  case matrix
  /// The events of a span of years, both included: `timeline:2007-2013`.
  case timeline(years: ClosedRange<Int>)
  /// What became of recommendations.
  case outcomes(OutcomeExtract)
  /// A file of the folder: `![A map of the ports](pictures/ports.png)`.
  case picture(SlidePicture)
}

/// A part of what became of recommendations, small enough for a slide.
package enum OutcomeExtract: Hashable, Sendable {
  /// How many recommendations of a chapter, an addressee or a theme have each status:
  /// `status:mexico`; `status:all` for all of them.
  case status(category: String)
  /// The same by name: `board:security`.
  case board(category: String)
  /// What was judged from a period on: `changes:2018`.
  case changes(since: Period)
}
