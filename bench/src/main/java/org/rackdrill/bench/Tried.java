package org.rackdrill.bench;

/** The part of the performance page that tells what was tried, written by who tried it: the figures are not measured anew. */
final class Tried {

    /** What helped, what did not, and what was left. */
    static final String TEXT = """

            ## What was tried

            On 2026-11-27, on a machine that others used too, so that each figure is the least of many short runs, old and new in
            turns: the processor time of one history of v1 on one warm core, with the quick compiler. Every history stayed what it
            was, bit by bit.

            Where the time goes: in five years of v1 4,680 things happen, of which 1,790 are ends of starts, 660 failures, 550 ends
            of repairs, 380 boots and 180 updates of nodes. 1,670 guests start and 39,000 points change; somebody is told of 20,700
            of these. No method takes a tenth of the time by itself. `simulate v1` makes 1,674 such histories: 602 for the answer,
            505 for what drills are worth, 350 for purchases, 217 for causes.

            | what helped | a history takes then |
            |---|---|
            | (before) | 3,100 µs |
            | nothing is set that is so already; who starts from some disks is known to them; gates lie in one array | 3,030 µs |
            | the quick compiler puts methods of up to 70 bytes into their callers, not 35 | 2,780 µs |
            | where only hours down are read, nobody keeps account of the rest: 1,072 of the 1,674 | 2,390 µs |

            With both compilers a history took 2,200 µs before and takes as much now, but for what the machine makes of it.

            A lab that is drilled otherwise has the same pools, which are not looked at again: 3 % of the whole command.

            What did not help: the second compiler (nearly twice the processor time for the whole command, see decision 0008);
            compiling sooner, after a fifth or a twentieth of the calls (3 % and 6 % more); more room for new objects (all pauses
            together take 0.1 s); methods of up to 325 bytes in their callers (2,810 µs). With `--precision 1%`, which is 24,400
            histories, both compilers took as much processor time as the quick one alone.

            What was left: updates of nodes take 39 % of the time. Most of them meet a lab where all is well, and could be played as a
            script of a few draws; but such a script has to charge every cause, audience, year and combination as the full play
            does, with disks that guests share while they start and syncs that end and begin on the way. Were it to cost nothing at
            all, a history would still take more than ten times the 100 µs that 100,000 years a second need.

            Large labs, on the same day on two cores of an Intel Xeon with 2.5 GHz: `simulate scale-100` to the written report.
            Answers stayed what they were but for the rare ones, whose luck is another.

            | what helped | it takes then |
            |---|---|
            | (before) | not over after 140 s, when it was ended |
            | the state machine of the HA manager changes its own state instead of a copy: a play of it takes 1.7 ms, not 5 | 267 s |
            | datasets on pools that are alike share what is known of their disks | 152 s |
            | clusters of a size share the scripts that were played for one of them | 74 s |
            | what was searched for is looked up, and alike pools share their risk | 71 s, in hours in which the machine was 12 to 40 % slower |

            `simulate scale-1000`, which was never seen to end before, took 827 s of processor time in a heap of 2 GB, of which 844 MB
            were in use at most; beside builds of others that was 44 minutes.

            A tick of the shared clock that is nobody's is no event any more. Machine repair took 93 ± 7 ns for a failure or repair
            then, 1.53 times the heap by hand in the same run, in the same slow hours. What comes when nothing is due before it
            has gone past the heap since: with that, machine repair takes 5 to 10 % less processor time (least of many short
            runs, old and new in turns, three times).

            "Fewer histories" above was counted anew at commit `ee73b455`, apart from the run that the top of the page names: it is
            not a matter of time, and the same on every machine.

            Two threads: an arithmetic loop takes the same time on one core as on both at once, so that the cores do not disturb
            each other. More room for new objects, and a collector with threads of its own, made no difference to what two threads
            gain (1.7 to 1.8). Histories are shared in 40 rows, so that waiting for the last one costs little. Threads share no lock and
            write nothing that another reads until a row is handed over.

            What disks alone lose, with `--rare`, on the same two cores in busy hours: in every shipped lab where no chain is exact and
            it happens more than once in a million million years (4.5e-12 to 8.8e-3 a year) its error is 2.7 to 9.8 %, and the whole
            command takes 3 to 17 s. In `sandbox` and the family of `v1` it is rarer than that: there the answer of small chains stands,
            which knows no error, and the report says so.

            Stratified first failures were turned down: luck is taken away by controls instead, see decision 0011.
            """;

    private Tried() {}
}
