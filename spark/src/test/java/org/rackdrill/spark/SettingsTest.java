package org.rackdrill.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.simulator.study.NoMachines;

/** Where Spark's own settings come from, the secret among them. */
class SettingsTest {

    @TempDir
    Path folder;

    private Map<String, String> written(String text) throws IOException {
        Files.writeString(folder.resolve("spark-defaults.conf"), text);
        return Map.of("SPARK_CONF_DIR", folder.toString());
    }

    @Test
    void theyStandInTheFileThatSparkItselfReads() throws IOException {
        Map<String, String> environment = written("""
                # a comment
                spark.authenticate         true
                spark.authenticate.secret  = hush
                other.thing                x
                """);

        assertThat(Settings.of(environment).get("spark.authenticate")).contains("true");
        assertThat(Settings.of(environment).get("spark.authenticate.secret")).contains("hush");
        assertThat(Settings.of(environment).get("other.thing")).isEmpty();
    }

    @Test
    void withoutAFileThereAreNone() {
        assertThat(Settings.of(Map.of("SPARK_HOME", folder.toString())).get("spark.authenticate"))
                .isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Map<String, String> environment = written("spark.x \\u00zz");

        assertThatExceptionOfType(NoMachines.class)
                .isThrownBy(() -> Settings.of(environment))
                .withMessageContaining("spark-defaults.conf");
    }
}
