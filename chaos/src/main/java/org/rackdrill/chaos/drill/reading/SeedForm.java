package org.rackdrill.chaos.drill.reading;

import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Tree;

/** A number that luck starts from: any whole number from 0 up that every program reads exactly. */
record SeedForm() implements Form<Long> {

    // Larger whole numbers are not exact in JavaScript, and so not in every reader of our journals.
    private static final long LARGEST = (1L << 53) - 1;

    @Override
    public Optional<Long> read(Tree tree, Notes notes) {
        return Forms.text("a seed", "\\d{1,16}", SeedForm::seed, "7").read(tree, notes);
    }

    private static Long seed(String text) {
        if (!text.matches("\\d{1,16}") || Long.parseLong(text) > LARGEST) {
            throw new BadText("`" + Meant.shortened(text) + "` is not a seed", "Write a whole number like `7`.");
        }
        return Long.valueOf(text);
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object("type", "integer", "minimum", 0, "maximum", LARGEST);
    }
}
