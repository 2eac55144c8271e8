package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.model.catalogue.RangeText;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Setting;

/** Collects every value in use. */
final class Explaining {

    private final List<Explained> explained = new ArrayList<>();

    /** Takes down a value without a range. */
    void value(String path, String text, Origin origin) {
        explained.add(new Explained(path, text, "", origin));
    }

    /** Takes down a value with its range, and returns it. */
    <T> Setting<T> setting(String path, Setting<T> setting) {
        explained.add(new Explained(path, setting.text(), RangeText.of(setting), setting.origin()));
        return setting;
    }

    /** Takes down every trait of a part, and returns it. */
    Part part(String path, Part part) {
        part.traits().settings().forEach((trait, setting) -> setting(path + "." + trait.key(), setting));
        return part;
    }

    /** Returns all values, in the order in which they were taken down. */
    List<Explained> all() {
        return List.copyOf(explained);
    }

    /** Returns the origin of a value that nobody has said. */
    static Origin fallback(String why) {
        return new Origin(Origin.Kind.DEFAULT, "default", why, false);
    }
}
