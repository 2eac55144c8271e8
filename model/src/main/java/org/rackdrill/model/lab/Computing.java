package org.rackdrill.model.lab;

import java.util.Optional;
import java.util.stream.Stream;
import org.rackdrill.model.quantity.Cores;

/**
 * What each guest of a service may take of processors, and what it takes.
 *
 * @param cores that it sees, as its hypervisor promises them; none: not stated
 * @param limit the computing time that it gets at most ({@code cpulimit} of Proxmox VE); none: no limit beside its cores
 * @param uses in the mean over a week; none: not stated
 */
public record Computing(Optional<Integer> cores, Optional<Cores> limit, Optional<Setting<Cores>> uses) {

    /** Of a service that says nothing of it. */
    public static final Computing NOT_STATED = new Computing(Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns the cores that it may keep busy: the smaller of its cores and its limit; none: not stated. */
    public Optional<Double> most() {
        return Stream.concat(
                        cores.stream().map(Integer::doubleValue), limit.stream().map(Cores::count))
                .min(Double::compare);
    }
}
