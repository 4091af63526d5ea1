/** Finds numbers in code that judges: every one of them belongs in a table of thresholds. */
import ts from 'typescript'

/** Sides, signs, counts of one or two, and what converts units: they judge nothing. */
const PLAIN = new Set([0, 1, 2, 100, 90, 180, 360])
/** What keeps a division from zero and a comparison of times from their last binary digit. */
const TINY = 1e-6

const isNamedGrade = (node: ts.Node | undefined): boolean =>
  node !== undefined && /(^|\.)grade$/.test(node.getText())

/** A grade, as it is compared with or given: 1 to 3 are names and no limits. */
function isGrade(literal: ts.NumericLiteral): boolean {
  const { parent } = literal
  if (ts.isBinaryExpression(parent) && (isNamedGrade(parent.left) || isNamedGrade(parent.right))) return true
  let node: ts.Node = literal
  while (ts.isConditionalExpression(node.parent) && node.parent.condition !== node) node = node.parent
  if (node === literal) return false
  return (
    (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent)) &&
    isNamedGrade(node.parent.name)
  )
}

const isRounding = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && node.expression.getText() === 'Math.round'

/** A place in a list, a type, or the digits that a number is rounded to. */
function isPlaceOrDigits(literal: ts.NumericLiteral): boolean {
  for (let node: ts.Node = literal; !ts.isStatement(node.parent); node = node.parent) {
    const { parent } = node
    if (ts.isLiteralTypeNode(parent) || isRounding(parent)) return true
    if (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) return true
    if (ts.isBinaryExpression(parent) && isRounding(parent.left)) return true
    if (ts.isSourceFile(parent.parent)) return false
  }
  return false
}

/** The numbers that judge in a source text, each with its line: "12: 0.85". */
export function judgingNumbers(source: string): string[] {
  const file = ts.createSourceFile('judging.ts', source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const walk = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node)) {
      const value = Number(node.text)
      if (!PLAIN.has(value) && value > TINY && !isGrade(node) && !isPlaceOrDigits(node))
        found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.text}`)
    }
    ts.forEachChild(node, walk)
  }
  walk(file)
  return found
}
