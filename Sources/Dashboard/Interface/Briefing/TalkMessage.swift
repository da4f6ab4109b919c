public import Model

/// What the update of a talk can be told.
public enum TalkMessage: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The terminal has a new size.
  case resize(Size)
  /// What time it is, in milliseconds since 1970. Told before every key and, while a clock is
  /// shown, every second.
  case time(Int)
  /// An action was chosen by name.
  case action(TalkAction)
  /// Another end has changed what is shown; the private part goes to presenters alone.
  case received(PublicState, PrivateState?)
  /// The presenter's text of the slide, for a follower without the dossier.
  case text([String])
  /// Who follows.
  case audience(Audience)
  /// The line to the briefing went up or down.
  case connection(Bool)
  /// Something to say at the bottom.
  case notice(String)
  /// Something was chosen in an overlay, at whichever end.
  case choice(TalkChoice)
  /// What was done before is done again, on top of what another end has shown meanwhile; what lies
  /// over the slide here is left alone.
  indirect case again(TalkMessage)
}

/// What Enter in an overlay stands for, whatever was typed to find it.
public enum TalkChoice: Hashable, Sendable {
  /// A slide, from its start.
  case slide(Int)
  /// A record, as an answer.
  case answer(Reference)
  /// The minutes that are left, as they were typed; none end a cut.
  case minutes(String)
}

/// What the update of a talk asks the outside world to do.
public enum TalkEffect: Hashable, Sendable {
  /// Tell the others what is shown now.
  case share(PublicState, PrivateState)
  /// Draw everything anew, whatever the terminal shows.
  case redraw
  /// Let a follower browse the dossier on their own.
  case roam
  /// Take a follower back to the slides.
  case rejoin
  /// Leave this end; the briefing waits to be taken up again.
  case leave
  /// End the briefing for everyone.
  case end
}
