package org.rackdrill.model.reading;

import java.util.List;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.reading.form.VersionForm;
import org.rackdrill.model.yaml.Tree;

/** The keys of an options file. */
final class OptionKeys {

    static final Key<Integer> VERSION = Key.of(
                    "rackdrill", new VersionForm("rackdrill", 1), "The version of this format: 1.", "1")
            .mustStand();
    static final Key<String> LAB =
            Key.of("lab", Forms.TEXT, "The lab that the options were written for: a file or a shipped lab.", "v1");

    static final Key<String> NAME = Key.of("name", Forms.TEXT, "What you call it.", "32 GB ECC for node2")
            .mustStand();
    static final Key<Setting<Money>> PRICE = Key.of(
                    "price",
                    new OptionPrice(),
                    "What is paid once, in the money of the lab; a range may stand behind it.",
                    "240 AUD",
                    "240 AUD (200 AUD - 300 AUD)")
            .mustStand();
    static final Key<Setting<Money>> YEARLY =
            Key.of("yearly", new OptionPrice(), "What is paid every year, beside electricity.", "120 AUD");
    static final Key<String> SOURCE =
            Key.of("source", Forms.TEXT, "Where the price comes from.", "price list of a shop, 2026");
    static final Key<Boolean> GUESS = Key.of("guess", Forms.FLAG, "Whether the price is your guess.", "true");
    static final Key<String> NOTE = Key.of("note", Forms.TEXT, "What else a buyer should know.", "an evening of work");
    static final Key<Tree.Entries> SET =
            Key.of("set", new LabPiece(), "A piece of a lab file: its values replace those of the lab.");
    static final Key<Tree.Entries> ADD = Key.of(
            "add", new LabPiece(), "A piece of a lab file: what it holds is added, lists grow, nothing is replaced.");
    static final Key<List<Said<String>>> REMOVE = Key.of(
            "remove",
            new ListForm<>(Forms.TEXT, true),
            "Paths of what goes away, such as network.ap1.",
            "[network.ap1]");
    static final Key<List<Said<String>>> NEEDS =
            Key.of("needs", new ListForm<>(Forms.TEXT, true), "Options without which this one is nothing.");
    static final Key<List<Said<String>>> EXCLUDES =
            Key.of("excludes", new ListForm<>(Forms.TEXT, true), "Options that cannot be had together with this one.");

    static final FieldsForm OPTION = new FieldsForm(
            "an option", List.of(NAME, PRICE, YEARLY, SOURCE, GUESS, NOTE, SET, ADD, REMOVE, NEEDS, EXCLUDES));

    static final Key<List<Said<Fields>>> OPTIONS = Key.of(
                    "options", new ListForm<>(OPTION, false, false), "What could be bought, or done.")
            .mustStand();
    static final Key<List<Said<Counted>>> AT_MOST = Key.of(
            "at-most",
            new ListForm<>(Counted.OF_NAMES, true),
            "How many of some options can be had together.",
            "[1 of [bigger UPS, new battery]]");

    static final FieldsForm FILE = new FieldsForm("an options file", List.of(VERSION, LAB, OPTIONS, AT_MOST));

    private OptionKeys() {}
}
