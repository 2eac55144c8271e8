package org.rackdrill.spark;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.rackdrill.simulator.study.Desks;
import org.rackdrill.simulator.study.NoMachines;

/**
 * The jars that a worker needs to simulate: this one, and those that its manifest names, as this machine has them. Workers
 * have no others, so that all machines run the same code.
 */
final class OwnJars {

    private OwnJars() {}

    static List<String> all() {
        File own = home(SparkEngine.class);
        if (!own.isFile()) {
            throw new NoMachines(
                    "the engine spark runs from its jar only; `mvn -Pspark -DskipTests package` makes it.");
        }
        File folder = home(Desks.class).getParentFile();
        List<String> jars = new ArrayList<>(List.of(own.getPath()));
        for (String entry : named(own)) {
            File jar = new File(folder, new File(entry).getName());
            if (!jar.isFile()) {
                throw new NoMachines(jar + " is missing, which workers need; build rackdrill again.");
            }
            jars.add(jar.getPath());
        }
        return jars;
    }

    private static String[] named(File own) {
        try (JarFile jar = new JarFile(own)) {
            String named = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null ? new String[0] : named.strip().split(" +");
        } catch (IOException e) {
            throw new NoMachines("cannot read " + own + ": " + e.getMessage());
        }
    }

    private static File home(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
