package org.rackdrill.simulator.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.study.Progress;

/** Whether a lab can carry what is asked of it: today, after a failure, and after years of growth. */
public final class CapacityStudy {

    /** Enough that an interval of nine in ten stands still in its second digit. */
    private static final int DRAWS = 2000;

    private CapacityStudy() {}

    /**
     * The question.
     *
     * @param name the lab's short name
     * @param today the day from which years are counted
     * @param threads at least 1; the answer does not depend on it
     * @param version of the program
     */
    public record Question(
            Lab lab, String name, String hash, LocalDate today, long seed, int threads, String version) {}

    /**
     * Returns the answer.
     *
     * @throws java.util.concurrent.CancellationException within seconds once it is cancelled
     * @throws org.rackdrill.simulator.compiled.Unanswerable when the lab can be read but not simulated
     */
    public static Capacity run(Question question, Progress progress) {
        CompiledLab compiled = Compiler.compile(question.lab());
        return around(
                StorageStudy.run(question.lab(), question.seed(), question.threads(), progress), question, compiled);
    }

    /**
     * Returns the answer around one about the disks that is already there.
     *
     * @throws org.rackdrill.simulator.compiled.Unanswerable when the lab can be read but not simulated
     */
    public static Capacity around(StorageAnswer storage, Question question) {
        return around(storage, question, Compiler.compile(question.lab()));
    }

    private static Capacity around(StorageAnswer storage, Question question, CompiledLab compiled) {
        Lab lab = question.lab();
        Unknowns unknowns = new Unknowns(DRAWS, question.seed());
        SpaceAnswer space = new SpaceStudy(lab, question.today(), unknowns).answer();
        MemoryAnswer memory = new MemoryStudy(lab, compiled).answer();
        CpuAnswer cpu = new CpuStudy(lab, compiled, unknowns).answer(memory);
        NetworkAnswer network = new NetworkStudy(lab, question.today(), unknowns).answer();
        PowerAnswer power = new PowerStudy(lab, unknowns).answer();
        return new Capacity(
                Capacity.FORMAT,
                Capacity.STUDY,
                question.version(),
                question.name(),
                lab.name(),
                question.hash(),
                question.seed(),
                question.today().toString(),
                Limits.of(storage, space, memory, cpu, network, power),
                storage.pools().stream().map(Capacity.OfPool::of).toList(),
                storage.services(),
                storage.feels(),
                storage.remedies(),
                storage.overloads(),
                space,
                memory,
                cpu,
                network,
                power,
                assumed(lab, storage),
                notJudged(storage),
                storage.simulated());
    }

    private static List<String> assumed(Lab lab, StorageAnswer storage) {
        List<String> all = new ArrayList<>();
        Part transfers = lab.operations().transfers();
        if (lab.services().stream().anyMatch(service -> service.data().isPresent())) {
            all.add("As much of a dataset as it holds is changed "
                    + transfers.traits().get(Trait.REWRITTEN).text()
                    + ", which snapshots keep and copies carry (operations: transfers: rewritten).");
            all.add("How full a pool is today follows from that, unless its file says `used: 55%`.");
            all.add("Data that name no range grow half to twice as fast as they say.");
            all.add("Compression and deduplication save nothing.");
        }
        if (lab.services().stream().anyMatch(service -> service.guest().isPresent())) {
            all.add("The system disk of a virtual machine takes 32 GiB, that of a container 8 GiB.");
            all.add(
                    "Each node keeps 1 GiB for its system, and a tenth of its memory (at most 16 GiB) for a cache of its"
                            + " pools.");
        }
        all.addAll(storage.assumed());
        return List.copyOf(all);
    }

    private static List<String> notJudged(StorageAnswer storage) {
        List<String> all = new ArrayList<>(storage.notSimulated());
        all.add(
                "What hypervisors, encryption, compression and backups compute, and how fast a core is: a core is a core.");
        all.add("What switches and Wi-Fi carry beside copies.");
        all.add("Which phase of the mains power returns in: the inrush of all machines is added up as at the worst.");
        return List.copyOf(all);
    }
}
