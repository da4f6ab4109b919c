package import Browsing
package import Canvas
package import Records

/// The messages to the update of a talk.
package enum TalkMessage: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The terminal has a new size.
  case resize(Size)
  /// The time in milliseconds since 1970, sent before every key and, while a clock is shown, every
  /// second.
  case time(Int)
  /// An action was chosen by name.
  case action(TalkAction)
  /// Another end has changed what is shown; only presenters get the private part.
  case received(PublicState, PrivateState?)
  /// The presenter's text of the slide, for a follower without the dossier.
  case text([String])
  /// Who follows.
  case audience(Audience)
  /// The line to the briefing was lost or is back.
  case connection(Bool)
  /// Why the latest files are not shown, until nil says that they are.
  case fault(String?)
  /// Something to say at the bottom.
  case notice(String)
  /// Something was chosen in an overlay, at any end.
  case choice(TalkChoice)
  /// An earlier choice is repeated on top of what another end has shown in the meantime; overlays
  /// at this end stay.
  indirect case again(TalkMessage)
}

/// The result of Enter in an overlay, whatever was typed to find it.
package enum TalkChoice: Hashable, Sendable {
  /// A slide, from its start.
  case slide(Int)
  /// A year, in the chart on the whole screen.
  case year(Int)
  /// A record, as an answer.
  case answer(Reference)
  /// The minutes that are left, as they were typed; without a number the cut ends.
  case minutes(String)
}

/// What the update of a talk asks the loop to do.
package enum TalkEffect: Hashable, Sendable {
  /// Tell the others what is shown now.
  case share(PublicState, PrivateState)
  /// Show the next theme at this end.
  case nextTheme
  /// Draw everything again, whatever the terminal shows.
  case redraw
  /// Let a follower browse the dossier on their own.
  case roam
  /// Take a follower back to the slides.
  case rejoin
  /// Leave this end; the briefing waits to be continued.
  case leave
  /// End the briefing for everyone.
  case end
}
