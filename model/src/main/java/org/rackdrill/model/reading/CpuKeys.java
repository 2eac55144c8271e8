package org.rackdrill.model.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Computing;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Cores;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.reading.form.SettingForm;
import org.rackdrill.model.reading.form.ShortForm;
import org.rackdrill.model.yaml.Tree;

/** What a service says of processors: the key {@code cpu}. */
final class CpuKeys {

    private static final int MOST_CORES = 1024;
    private static final Pattern CORES_TEXT = Pattern.compile("(\\d{1,9})( cores?)?");

    private static final Form<Integer> NUMBER = new Form<>() {
        @Override
        public Optional<Integer> read(Tree tree, Notes notes) {
            return Forms.text("a number of cores", "", CpuKeys::cores, "2 cores")
                    .read(tree, notes);
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object(
                    "type",
                    List.of("string", "integer"),
                    "pattern",
                    "^ *" + CORES_TEXT.pattern() + " *$",
                    "minimum",
                    1,
                    "maximum",
                    MOST_CORES);
        }
    };

    static final Key<Integer> CORES =
            Key.of("cores", NUMBER, "Cores that each guest sees (`cores` of Proxmox VE).", "2 cores", "2");
    static final Key<Cores> LIMIT = Key.of(
            "limit",
            Forms.exact(ValueText.CORES),
            "Computing time that each guest gets at most (`cpulimit` of Proxmox VE).",
            "1.5 cores");
    static final Key<Setting<Cores>> USES = Key.of(
            "uses",
            new SettingForm<>(new Trait<>("uses", Cores.class, ""), false),
            "Cores that each guest keeps busy in the mean over a week.",
            "0.3 cores (0.1 - 0.8 cores)");

    static final Key<Fields> CPU = Key.of(
            "cpu",
            new ShortForm(CORES, new FieldsForm("cpu", List.of(CORES, LIMIT, USES))),
            "What each guest may take of processors, and what it takes; `capacity` judges it, `simulate` does not.",
            "2 cores",
            "{cores: 2, uses: 0.3 cores (0.1 - 0.8 cores)}");

    private CpuKeys() {}

    private static Integer cores(String text) {
        Matcher matcher = CORES_TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` is not a whole number of cores", "Write it like `2 cores`.");
        }
        int cores = Integer.parseInt(String.valueOf(matcher.group(1)));
        if (cores < 1 || cores > MOST_CORES) {
            throw new BadText("no guest has " + cores + " cores", "Write a number from 1 to " + MOST_CORES + ".");
        }
        return cores;
    }

    /** Returns what a service says, and takes it down. */
    static Computing read(Desk desk, String servicePath, Fields service) {
        Optional<Fields> said = service.get(CPU);
        if (said.isEmpty()) {
            return Computing.NOT_STATED;
        }
        String path = servicePath + ".cpu";
        Fields fields = said.get();
        Optional<Integer> cores = desk.optional(path, fields, CORES, String::valueOf);
        Optional<Cores> limit = desk.optional(path, fields, LIMIT, ValueText.CORES.format()::apply);
        Optional<Setting<Cores>> uses = fields.get(USES);
        uses.ifPresent(setting -> desk.explaining().setting(path + ".uses", setting));
        Computing computing = new Computing(cores, limit, uses);
        check(desk, fields, computing);
        return computing;
    }

    private static void check(Desk desk, Fields fields, Computing computing) {
        Optional<Said<Cores>> limit = fields.said(LIMIT);
        if (limit.isPresent() && limit.get().value().count() == 0) {
            desk.notes().error(limit.get().place(), "a guest that may compute nothing does nothing", "Leave it out.");
            return;
        }
        if (limit.isPresent()
                && computing.cores().isPresent()
                && limit.get().value().count() > computing.cores().get()) {
            desk.notes()
                    .warning(
                            limit.get().place(),
                            "a limit above its " + computing.cores().get() + " cores limits nothing",
                            "Leave it out, or write less.");
        }
        computing
                .uses()
                .ifPresent(uses -> computing
                        .most()
                        .filter(most -> uses.value().count() > most)
                        .ifPresent(most -> desk.notes()
                                .error(
                                        fields.placeOf(USES),
                                        "it cannot use " + uses.text() + " of the "
                                                + ValueText.CORES.format().apply(new Cores(most)) + " that it may take",
                                        "Write the mean over a week, or give it more cores.")));
    }
}
