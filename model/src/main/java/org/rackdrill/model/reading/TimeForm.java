package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.life.LifeText;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.SettingForm;
import org.rackdrill.model.yaml.Tree;

/** A time that is not left to luck, with a plausible range. */
record TimeForm() implements Form<Setting<Duration>> {

    private static final SettingForm<Life> LIFE = new SettingForm<>(new Trait<>("time", Life.class, ""), false);

    @Override
    public Optional<Setting<Duration>> read(Tree tree, Notes notes) {
        Optional<Setting<Life>> life = LIFE.read(tree, notes);
        if (life.isPresent() && !(life.get().value() instanceof Life.Fixed)) {
            notes.error(tree.place(), "this time is not left to luck", "Write it like `1 week`.");
            return Optional.empty();
        }
        return life.map(said -> new Setting<>(
                Forms.hoursOf(Math.min(8.76e7, LifeText.typicalHours(said.value()))),
                said.text(),
                said.range(),
                said.origin()));
    }

    @Override
    public Map<String, Object> schema() {
        return LIFE.schema();
    }
}
