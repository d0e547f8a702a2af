/** The exported page's own style: readable on any screen, in light and dark, and on paper. */
export const EXPORT_STYLE = `
:root{color-scheme:light dark}
body{margin:0;font:19px/30px "Source Serif 4",Charter,Georgia,serif}
main{max-width:38rem;margin:0 auto;padding:3rem 1rem}
h1{font-size:36px;line-height:40px}h2{font-size:26px;line-height:32px;margin-top:3rem}h3{font-size:20px;line-height:26px}
.standfirst{font-style:italic;font-size:22px;line-height:32px}.kind,dl,footer,h4{font:600 15px/22px "Source Sans 3",system-ui,sans-serif}
dl{display:grid;grid-template-columns:8rem 1fr;font-weight:400}dt{font-weight:600}dd{margin:0}
pre{overflow:auto;font-size:15px;line-height:22px}code{font-family:ui-monospace,Menlo,monospace;font-size:.85em}
blockquote,aside{margin:1rem 0;padding-left:1rem;border-left:2px solid GrayText}img{max-width:100%}
table{border-collapse:collapse;font-size:16px}td,th{border:1px solid GrayText;padding:.2rem .6rem;text-align:left}
.accounts{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1.5rem}.item{margin:.3rem 0}
footer{margin-top:4rem;font-weight:400}@media print{main{padding:0;max-width:none}article{break-inside:avoid}}
`;
