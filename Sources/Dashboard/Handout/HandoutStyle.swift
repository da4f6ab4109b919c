/// How a page looks: on a screen, light or dark, wide or narrow, and on paper.
enum HandoutStyle {
  /// What a printer's page has besides: numbers in the contents, pictures as wide as the text.
  static let paper: StaticString = """

    @page { size: A4; }
    nav.contents a::after { content: leader(".") target-counter(attr(href), page); }
    nav.contents { break-after: page; }
    p.picture { margin: 0; }
    p.picture img { width: 100%; max-height: 105mm; object-fit: contain; object-position: left; }
    .deck p.picture img { max-height: 95mm; }

    """

  /// The style sheet, without any character that is special in XML or HTML.
  ///
  /// The colours of chapters and series are those of the light and the dark theme. Paper has no fixed size, so A4 and Letter both fit.
  static let sheet: StaticString = """

    :root {
      color-scheme: light dark;
      --paper: #ffffff; --ink: #1b1d21; --soft: #585d66; --line: #d5d8dd; --wash: #f4f5f7;
      --link: #0a4da3;
      --a0: #5f5f87; --a1: #005faf; --a2: #af005f; --a3: #8700d7; --a4: #875f00; --a5: #005f5f;
      --s0: #005fd7; --s1: #d7005f; --s2: #008700; --s3: #5f005f; --s4: #d700af; --s5: #5f0000;
      --s6: #000087; --s7: #0000ff;
      --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
      --serif: Charter, "Bitstream Charter", "Noto Serif", Georgia, "DejaVu Serif", serif;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #16181d; --ink: #e3e5e9; --soft: #a3a9b3; --line: #363b44; --wash: #1d2026;
        --link: #8dbbff;
        --a0: #afafaf; --a1: #5fafd7; --a2: #ff5f5f; --a3: #8787ff; --a4: #d7af00; --a5: #00d787;
        --s0: #5fd7ff; --s1: #d78700; --s2: #afd787; --s3: #ff5faf; --s4: #ffff5f; --s5: #af87ff;
        --s6: #d75f5f; --s7: #eeeeee;
      }
    }
    .c0 { --accent: var(--a0); } .c1 { --accent: var(--a1); } .c2 { --accent: var(--a2); }
    .c3 { --accent: var(--a3); } .c4 { --accent: var(--a4); } .c5 { --accent: var(--a5); }

    * { box-sizing: border-box; }
    html { font: 1.0625rem/1.55 var(--serif); background: var(--paper); color: var(--ink);
      --accent: var(--soft); }
    body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem;
      overflow-wrap: break-word; hyphens: auto; }
    h1, h2, h3, h4, h5, h6 { font-family: var(--sans); line-height: 1.25; hyphens: manual;
      margin: 2rem 0 .6rem; text-wrap: balance; }
    h1 { font-size: 2.1rem; margin: 1rem 0 .3rem; letter-spacing: -.01em; }
    h2 { font-size: 1.55rem; margin-top: 0; }
    h3 { font-size: 1.2rem; }
    h4 { font-size: 1.05rem; }
    h5, h6 { font-size: .95rem; margin: 1rem 0 .2rem; }
    p { margin: 0 0 .8rem; }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    :target { background: var(--wash); box-shadow: 0 0 0 .4rem var(--wash); }
    small, .fact, .asked, figcaption, .imprint, .authors, nav, table, summary, footer, .remark {
      font-family: var(--sans); }
    small { font-size: .85em; color: var(--soft); }
    ul, ol { padding-left: 1.3rem; margin: 0 0 .8rem; }
    li { margin: .2rem 0; }
    li p { margin-bottom: .3rem; }
    blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 2px solid var(--line); }
    pre { overflow-x: auto; background: var(--wash); padding: .7rem; font-size: .85em; }
    pre span { display: block; min-height: 1.2em; }
    sup { line-height: 0; font-size: .72em; }
    sup a { font-family: var(--sans); text-decoration: none; padding: 0 .1em; }
    .skip, .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    .skip:focus { width: auto; height: auto; clip-path: none; padding: .5rem; background: var(--paper); }

    header { padding-bottom: 1rem; border-bottom: 3px solid var(--ink); margin-bottom: 1.5rem; }
    .subtitle { font: 1.2rem/1.35 var(--sans); color: var(--soft); }
    .authors, .imprint { font-size: .9rem; margin-bottom: .2rem; }
    .imprint { color: var(--soft); }
    .about { margin-top: 1.2rem; font-size: .95rem; }
    nav { font-size: .92rem; margin-bottom: 2rem; }
    nav h2 { font-size: 1rem; margin-bottom: .4rem; }
    nav ul { list-style: none; padding: 0; }
    nav a { text-decoration: none; }
    nav small { display: block; }
    main section.chapter, .glance, .register { border-top: 1px solid var(--line);
      padding-top: 2rem; margin-top: 3rem; }
    main section.chapter { border-top: 4px solid var(--accent); }
    .number { color: var(--accent); }
    .summary { font-size: 1.12rem; }
    .messages { border-left: 3px solid var(--accent); padding: .1rem 0 .1rem 2rem; }
    .fact, .asked { font-size: .85rem; margin: 0 0 .35rem; line-height: 1.45; }
    .fact b, .asked b { font-weight: 600; }
    .basis { border: 1px solid var(--line); border-radius: 3px; padding: 0 .35em; font-size: .92em; }
    .remark { font-size: .85rem; color: var(--soft); margin: .4rem 0; }
    .evidence { font-size: .88rem; font-family: var(--sans); line-height: 1.45; }
    .ask { border-left: 3px solid var(--accent); padding-left: 1rem; margin: 2rem 0; }
    .proposal { border-left-style: dotted; }
    .ask h4, .ask h3 { margin-top: 0; }

    .chart { margin: 2.2rem 0; }
    figure { margin: 0; }
    .photograph img { max-width: 100%; max-height: 24em; }
    figcaption p { font-size: .8rem; color: var(--soft); margin: .4rem 0 .5rem; line-height: 1.4; }
    svg { display: block; max-width: 100%; height: auto; }
    .narrow { display: none; }
    p.number { font: 600 1.7rem/1.3 var(--sans); margin: .2rem 0; }
    details { margin: .4rem 0; }
    summary { font-size: .85rem; cursor: pointer; color: var(--link); }
    .scroll { overflow-x: auto; margin: .6rem 0 1.2rem; }
    table { border-collapse: collapse; font-size: .82rem; line-height: 1.4; width: 100%;
      font-variant-numeric: tabular-nums lining-nums; hyphens: manual; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0;
      border-bottom: 1px solid var(--line); }
    thead th { border-bottom: 1.5px solid var(--ink); font-weight: 600; vertical-align: bottom; }
    tbody th { font-weight: 400; }
    table small { display: block; }
    .matrix td, .matrix thead th + th, td.right, th.right { text-align: right; }
    td.center, th.center { text-align: center; }
    td.left, th.left { text-align: left; }
    .values { width: auto; }
    .names th:nth-child(2), .names td:nth-child(2) { width: 6.5rem; }
    .names th:nth-child(3), .names td:nth-child(3) { width: 44%; }
    .notes { font-size: .88rem; margin-top: 2.5rem; }
    footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .8rem;
      color: var(--soft); }

    .deck .slide { border-top: 1px solid var(--line); padding: 2rem 0; }
    .slide.title h2 { font-size: 2.6rem; line-height: 1.1; margin-top: 3rem; }
    .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1.5rem; }
    .columns .wide { display: none; }
    .columns .narrow { display: block; }
    .speaker { background: var(--wash); padding: .8rem 1rem; font-size: .92rem; }
    .speaker h3 { margin-top: 0; font-size: .95rem; }
    .memo h2 { margin-top: 2rem; }
    .memo .ask { margin: 1.2rem 0; }
    .sheet .ask h2 { font-size: 1.05rem; margin: 0 0 .3rem; }
    .sheet .ask p { margin-bottom: .3rem; }
    .sheet .rest { font: .9rem/1.45 var(--sans); }

    @media (max-width: 40rem) {
      html { font-size: 1rem; }
      h1 { font-size: 1.7rem; }
      .wide { display: none; }
      .narrow { display: block; }
      .ask { padding-left: .8rem; }
      .slide.title h2 { font-size: 1.9rem; }
    }
    @media screen and (min-width: 76rem) {
      .dossier { max-width: 68rem; display: grid; grid-template-columns: 16rem minmax(0, 46rem);
        column-gap: 4rem; align-content: start; }
      .dossier header, .dossier main, .dossier footer { grid-column: 2; }
      .dossier nav { grid-column: 1; grid-row: 1 / span 3; position: sticky; top: 1.5rem;
        align-self: start; max-height: 95vh; overflow-y: auto; margin-top: 1.2rem; }
    }
    @page { margin: 18mm 18mm 20mm; @bottom-right { content: counter(page); font: 8pt sans-serif; } }
    @page sheet { margin: 14mm 16mm 13mm; @bottom-right { content: none; } }
    @page slide { size: landscape; margin: 14mm 18mm; }
    @media print {
      html { font-size: 9.5pt; line-height: 1.45; }
      body { max-width: none; padding: 0; }
      a { color: inherit; text-decoration: none; }
      details, .skip { display: none; }
      main section.chapter, .glance, .register { break-before: page; border-top: 0; padding-top: 0;
        margin-top: 0; }
      main section.chapter { border-top: 4px solid var(--accent); padding-top: 1rem; }
      .register + .register { break-before: auto; margin-top: 12mm; }
      .notes ol { columns: 2; column-gap: 8mm; font-size: .9em; }
      h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
      .asked { break-after: avoid; }
      figure, tr, li, .basis { break-inside: avoid; }
      .chart, .ask > * { break-inside: avoid; }
      .asked + p, .evidence { break-before: avoid; }
      p, li { orphans: 3; widows: 3; }
      svg { max-width: 155mm; }
      .wide { display: block; }
      .narrow { display: none; }
      .deck { page: slide; }
      .deck header, .deck nav, .deck footer { display: none; }
      .deck .slide { border-top: 0; padding: 0; break-after: page; font-size: 16pt; line-height: 1.4; }
      .deck .slide:last-child { break-after: auto; }
      .deck .slide h2 { font-size: 25pt; margin: 0 0 7mm; }
      .deck .slide.title h2 { font-size: 40pt; margin-top: 45mm; }
      .deck .slide h3 { font-size: 15pt; margin-top: 0; }
      .deck .slide ul, .deck .slide ol { padding-left: 1.6em; }
      .deck .slide li { margin: 2mm 0; }
      .deck .slide table { font-size: 10.5pt; line-height: 1.3; }
      .deck .slide th, .deck .slide td { padding-top: .7mm; padding-bottom: .7mm; }
      .deck .slide .chart { margin: 0 0 5mm; }
      .deck .slide .fact, .deck .slide .remark, .deck .slide figcaption p { font-size: 8pt; margin: .8mm 0;
        line-height: 1.3; }
      .deck svg { width: 100%; max-width: 190mm; max-height: 90mm; }
      .deck .speaker { font-size: 10pt; }
      .scroll { overflow: visible; }
      pre { overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere; }
      .ask { margin: 1.3rem 0; }
      .ask p, .ask ul { margin-bottom: .45rem; }
      .ask h5 { margin-top: .6rem; }
      .memo .ask { break-inside: avoid; margin: .8rem 0; }
      .sheet { page: sheet; font-size: 9.6pt; line-height: 1.4; }
      .sheet h1 { font-size: 18pt; margin: 0 0 2pt; }
      .sheet header, .sheet footer { padding: 0 0 3pt; margin: 0 0 5pt; }
      .sheet footer { padding: 4pt 0 0; margin: 6pt 0 0; font-size: 7.4pt; }
      .sheet .imprint, .sheet .remark, .sheet .fact { font-size: .92em; margin: 1pt 0; line-height: 1.35; }
      .sheet .ask { margin: 7pt 0; padding-left: 8pt; }
      .sheet .ask h2 { font-size: 10.4pt; margin: 0 0 1pt; }
      .sheet .ask p { margin: 0 0 1pt; }
      .sheet .rest { font-size: .92em; line-height: 1.35; }
      .sheet .rest h2 { font-size: 11pt; margin: 8pt 0 3pt; }
      .sheet li { margin: 0; break-inside: auto; }
    }

    """
}
