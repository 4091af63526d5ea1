/** Keel's own pose worker, with a stopwatch put round the model first. */
import './stopwatch'
import '../../src/pose-worker/worker'
