/** How notes are shown; kept until the program ends. */
export const paper = $state({ plain: false })

/** A text of this length opens as plain text: as rich text it would be slow. */
export const longText = 200_000
