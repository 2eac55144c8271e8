package org.rackdrill.cli.house.wrong.simulator;

import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.rackdrill.cli.house.wrong.reports.WrongPage;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** A simulator that does everything a simulator must not do. */
public final class WrongEngine {
    final Yaml yaml = new Yaml();
    final JsonMapper json = new JsonMapper();
    final CommandLine terminal = new CommandLine(this);
    final UniformRandomProvider unseeded = RandomSource.XO_RO_SHI_RO_128_PP.create();

    WrongPage run() {
        long started = System.nanoTime();
        double luck = ThreadLocalRandom.current().nextDouble();
        System.out.println(started + luck);
        if (luck > 1) {
            System.exit(1);
        }
        return new WrongPage();
    }
}
