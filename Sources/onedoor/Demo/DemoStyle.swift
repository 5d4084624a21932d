/// The demo's look: one column, large targets, the department's colour in a band.
enum DemoStyle {
  static let text = """
    :root{--ink:#1a1a1a;--paper:#fff;--line:#c9c9c9;--band:#14532d;--accent:#0b4f9e}
    @media (prefers-color-scheme:dark){:root{--ink:#eee;--paper:#161616;--line:#555;--accent:#8ec1ff}}
    *{box-sizing:border-box}
    body{margin:0;color:var(--ink);background:var(--paper);line-height:1.5;font-size:1.0625rem;
    font-family:system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
    body.business{--band:#1e3a8a}
    header{background:var(--band);color:#fff;padding-block:.75rem}
    header p,main{max-inline-size:44rem;margin-inline:auto;padding-inline:1rem}
    header p{margin-block:0;font-weight:600}
    main{padding-block:1.5rem 4rem}
    h1{font-size:1.95em;line-height:1.2;margin-block:1rem}
    h2{font-size:1.25em;margin-block:2rem .5rem}
    .step,button{display:inline-block;min-block-size:44px;padding:.6rem 1.4rem;font:inherit;font-weight:600;
    color:#fff;background:var(--band);border:2px solid transparent;text-decoration:none;cursor:pointer}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    table{border-collapse:collapse;inline-size:100%}
    th,td{text-align:start;vertical-align:top;padding-block:.4rem;padding-inline:0 .75rem;border-block-end:1px solid var(--line);
    overflow-wrap:anywhere}
    th{font-weight:600;white-space:nowrap;padding-inline-end:1.25rem}
    details{margin-block:1.5rem}
    summary{min-block-size:44px;cursor:pointer;font-weight:600;padding-block:.5rem}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);padding:.75rem;font-size:.85em}
    @media (min-width:640px){body{font-size:1.1875rem}}
    @media (prefers-reduced-motion:no-preference){.step,button{transition:filter .1s}}
    .step:hover,button:hover{filter:brightness(1.15)}
    """
}
