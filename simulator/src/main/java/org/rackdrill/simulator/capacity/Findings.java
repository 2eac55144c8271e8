package org.rackdrill.simulator.capacity;

import java.util.List;
import java.util.Map;
import org.rackdrill.simulator.capacity.Run.State;
import org.rackdrill.simulator.capacity.StorageAnswer.CurvePoint;

/**
 * What was found out about one pool.
 *
 * @param week all hours at the best guess
 * @param draws some hours at each draw, the best guess first
 * @param lights the first guess of where it saturates at each draw, in the same order
 * @param otherwise some hours at the best guess in other states; a state is missing when nothing would be left in it
 * @param curve latency by load
 */
record Findings(
        PoolModel pool,
        Saturation saturation,
        Seen week,
        List<Seen> draws,
        List<Double> lights,
        Map<State, Seen> otherwise,
        List<CurvePoint> curve) {}
