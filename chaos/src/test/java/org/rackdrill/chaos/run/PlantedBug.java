package org.rackdrill.chaos.run;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.journal.Disk;

/**
 * A mistake that a runner could have, planted between the real runner and its ports: what leaves the runner, or what it
 * gets to know, is what a runner with that mistake would send or believe.
 */
enum PlantedBug {
    NONE,
    /** The journal is written, and never flushed. */
    SKIPS_THE_FLUSH {
        @Override
        Disk disk(Disk disk) {
            return new Flushless(disk, false);
        }
    },
    /** A flush that failed is taken for one that worked. */
    TRUSTS_A_FAILED_FLUSH {
        @Override
        Disk disk(Disk disk) {
            return new Flushless(disk, true);
        }
    },
    INJECTS_BEFORE_THE_INTENT {
        @Override
        World world(World world) {
            return new Relay(world) {
                @Override
                public Answer arm(Hit hit, Undo undo, Duration lease) {
                    return world.arm(hit, undo, lease);
                }

                @Override
                public Examined examine(Hit hit) {
                    Examined examined = world.examine(hit);
                    world.inject(hit);
                    return examined;
                }
            };
        }
    },
    INJECTS_UNARMED {
        @Override
        World world(World world) {
            return new Relay(world) {
                @Override
                public Answer arm(Hit hit, Undo undo, Duration lease) {
                    world.arm(hit, undo, lease);
                    return Answer.DONE;
                }
            };
        }
    },
    UNDOES_THE_WRONG_HOST {
        @Override
        World world(World world) {
            return new Relay(world) {
                @Override
                public Answer undo(Hit hit, Undo undo) {
                    int next = (Scenario.NODES.indexOf(hit.target().text()) + 1) % 3;
                    return world.undo(
                            new Hit(
                                    hit.run(),
                                    hit.step(),
                                    hit.number(),
                                    hit.fault(),
                                    Scenario.node(Scenario.NODES.get(next))),
                            undo);
                }
            };
        }
    },
    DISARMS_BEFORE_THE_PROOF {
        @Override
        World world(World world) {
            return new Relay(world) {
                @Override
                public Observation prove(Hit hit, Undo undo) {
                    world.disarm(hit);
                    return world.prove(hit, undo);
                }
            };
        }
    },
    DOES_NOT_EXTEND_THE_LEASE {
        @Override
        World world(World world) {
            return new Relay(world) {
                @Override
                public Answer extend(Hit hit, Duration lease) {
                    return Answer.DONE;
                }
            };
        }
    },
    BELIEVES_THE_UNDO {
        @Override
        World world(World world) {
            return new Relay(world) {
                @Override
                public Observation prove(Hit hit, Undo undo) {
                    return new Observation(Truth.TRUE, "", "");
                }
            };
        }
    },
    TAKES_UNKNOWN_FOR_GOOD {
        @Override
        World world(World world) {
            return new Relay(world) {
                @Override
                public Observation observe(Probe probe) {
                    Observation seen = world.observe(probe);
                    return seen.truth() == Truth.UNKNOWN ? new Observation(Truth.TRUE, "", "") : seen;
                }
            };
        }
    },
    DOES_NOT_RECONCILE {
        @Override
        Disk disk(Disk disk) {
            return new Relayed(disk) {
                @Override
                public List<String> names() {
                    return List.of();
                }
            };
        }
    },
    RUNS_BESIDE_ANOTHER {
        @Override
        Disk disk(Disk disk) {
            return new Relayed(disk) {
                @Override
                public Optional<Closeable> claim() throws IOException {
                    disk.claim();
                    return Optional.of(() -> {});
                }
            };
        }
    },
    ACCEPTS_EVERY_DANGER {
        @Override
        World world(World world) {
            return new Relay(world) {
                @Override
                public Examined examine(Hit hit) {
                    Examined real = world.examine(hit);
                    return new Examined(real.refusal(), Set.of(), List.of(), real.undo(), real.settles());
                }
            };
        }
    },
    IGNORES_SIGNALS {
        @Override
        World world(World world) {
            return new Relay(world) {
                @Override
                public boolean stopAsked() {
                    world.stopAsked();
                    return false;
                }
            };
        }
    },
    TAKES_A_FAILED_INJECTION_FOR_DONE {
        @Override
        World world(World world) {
            return new Relay(world) {
                @Override
                public Answer inject(Hit hit) {
                    world.inject(hit);
                    return Answer.DONE;
                }
            };
        }
    };

    /** Returns the world as a runner with this bug sees it. */
    World world(World world) {
        return world;
    }

    /** Returns the disk as a runner with this bug uses it. */
    Disk disk(Disk disk) {
        return disk;
    }

    private static class Relayed implements Disk {
        final Disk disk;

        Relayed(Disk disk) {
            this.disk = disk;
        }

        @Override
        public Created create(String name) throws IOException {
            return disk.create(name);
        }

        @Override
        public void flushNames() throws IOException {
            disk.flushNames();
        }

        @Override
        public List<String> names() throws IOException {
            return disk.names();
        }

        @Override
        public byte[] read(String name) throws IOException {
            return disk.read(name);
        }

        @Override
        public Optional<Closeable> claim() throws IOException {
            return disk.claim();
        }
    }

    private static final class Flushless extends Relayed {
        private final boolean tries;

        Flushless(Disk disk, boolean tries) {
            super(disk);
            this.tries = tries;
        }

        @Override
        public Created create(String name) throws IOException {
            Created file = disk.create(name);
            return new Created() {
                @Override
                public void write(long position, byte[] bytes) throws IOException {
                    file.write(position, bytes);
                }

                @Override
                public void flush() {
                    if (tries) {
                        attempt(file);
                    }
                }

                @Override
                public void shorten(long size) throws IOException {
                    file.shorten(size);
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        }

        private static void attempt(Created file) {
            try {
                file.flush();
            } catch (IOException e) {
                return;
            }
        }
    }
}
