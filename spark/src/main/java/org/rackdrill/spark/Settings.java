package org.rackdrill.spark;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.rackdrill.simulator.study.NoMachines;

/**
 * How Spark is to run: what {@code spark-defaults.conf} says, where Spark itself looks for it. A secret belongs there, and
 * not on a command line that everybody on the machine can read.
 */
final class Settings {

    private static final String FILE = "spark-defaults.conf";

    private final SparkConf conf;

    private Settings(SparkConf conf) {
        this.conf = conf;
    }

    /**
     * Reads the settings.
     *
     * @throws NoMachines when there is a file that cannot be read
     */
    static Settings of(Map<String, String> environment) {
        SparkConf conf = new SparkConf();
        file(environment)
                .filter(Files::exists)
                .ifPresent(file -> read(file)
                        .forEach((key, value) -> conf.setIfMissing(
                                key.toString(), value.toString().strip())));
        return new Settings(conf);
    }

    private static Optional<Path> file(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("SPARK_CONF_DIR"))
                .map(folder -> Path.of(folder, FILE))
                .or(() -> Optional.ofNullable(environment.get("SPARK_HOME")).map(home -> Path.of(home, "conf", FILE)));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new NoMachines("cannot read " + file + ": " + e.getMessage());
        }
        properties.keySet().removeIf(key -> !key.toString().startsWith("spark."));
        return properties;
    }

    /** Returns one setting. */
    Optional<String> get(String name) {
        return Optional.ofNullable(conf.get(name, null));
    }

    /** Returns what to start with: no page, no port but those that workers call back, and our jars for them. */
    SparkConf with(MasterAddress master, String lab) {
        return conf.setMaster(master.url())
                .setAppName("rackdrill " + lab)
                .set("spark.ui.enabled", "false")
                .setJars(OwnJars.all().toArray(String[]::new));
    }
}
