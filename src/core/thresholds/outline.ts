/** How the silhouette and the trunk's outline are read out of the person mask. A table of its own: the worker needs no other. */
import { defineThresholds } from './threshold'

export const outline = defineThresholds({
  'outline.edge': {
    value: 0.5,
    unit: 'certainty',
    basis: 'the mask’s certainty at which the body ends: as likely body as room',
    source: 'E',
  },
  'outline.reach': {
    value: 0.8,
    unit: 'trunk lengths',
    basis: 'how far from the chord an edge may lie: a trunk seen from any side is thinner',
    source: 'clips',
  },
  'outline.shortest-chord': {
    value: 0.25,
    unit: 'mask pixels a column',
    basis: 'columns closer together than this are more than the mask can tell apart',
    source: 'E',
  },
  'outline.from': {
    value: 0.25,
    unit: 'of the trunk',
    basis: 'before it shoulder and arm are in the outline',
    source: 'clips',
  },
  'outline.to': {
    value: 0.9,
    unit: 'of the trunk',
    basis: 'beyond it the thigh is in the outline',
    source: 'clips',
  },
  'outline.columns': {
    value: 0.8,
    unit: 'of the columns',
    basis: 'with fewer edges the shape is not judged',
    source: 'form 1.2',
  },
  'outline.chord-edges': {
    value: 3,
    unit: 'columns',
    basis: 'whose middle is a chord’s end: a single ragged edge must not tilt it',
    source: 'clips',
  },
  'silhouette.tail': {
    value: 0.01,
    unit: 'of the area',
    basis: 'that may lie beyond each edge: keeps stray pixels out and the edge smooth',
    source: 'clips',
  },
  'silhouette.least': {
    value: 0.00026,
    unit: 'of the mask',
    basis:
      'a smaller silhouette is nobody: a person as far away as can be judged fills a hundred times as much',
    source: 'E',
  },
})
