package org.rackdrill.simulator.compiled;

import java.util.Arrays;
import java.util.Optional;

/** What sort of thing a root cause is. A new one is a line here, with words that people understand. */
public enum CauseKind {
    FAILURE("failure", "broken hardware", Remedy.PURCHASE),
    POWER_SUPPLY("power supply", "power supplies", Remedy.PURCHASE),
    BOOT_DISK("boot disk", "boot disks", Remedy.PURCHASE),
    DISKS("disks", "disks", Remedy.PURCHASE),
    TOO_SLOW("too slow", "disks too slow for what is asked of them", Remedy.PURCHASE),
    CONTROLLER("disk controller", "disk controllers and backplanes", Remedy.PURCHASE),
    CRASH("crash", "crashes and hangs", Remedy.PURCHASE),
    OUTAGE("outage", "power cuts and internet outages", Remedy.PURCHASE),
    DIP("dip", "power dips and dropouts", Remedy.PURCHASE),
    BATTERY("battery", "dead batteries", Remedy.HABIT),
    BREAKER("breaker", "tripped breakers", Remedy.HABIT),
    STORM("storm", "storms", Remedy.PURCHASE),
    HEATWAVE("heatwave", "heatwaves", Remedy.PURCHASE),
    SURGE("surge", "surges", Remedy.PURCHASE),
    DISASTER("disaster", "disasters", Remedy.PURCHASE),
    UPDATE("update", "updates and patching", Remedy.NONE),
    DRILL("drill", "drills", Remedy.NONE),
    UNSEEN_FAILURE("unseen failure", "protections that had failed unseen", Remedy.HABIT),
    NO_REPLICA("no replica", "nothing to start from", Remedy.HABIT),
    CHANGE("change", "changes that went wrong", Remedy.HABIT),
    DELETION("deletion", "data deleted by mistake", Remedy.HABIT),
    RANSOMWARE("ransomware", "ransomware", Remedy.HABIT),
    MISTAKE("mistake", "mistakes at work", Remedy.HABIT),
    UNLOCK("unlock", "pools waiting for their passphrase", Remedy.HABIT);

    /** What its owner can do about a cause. */
    public enum Remedy {
        /** Better or more hardware, or another provider. */
        PURCHASE,
        /** Another habit, setting or plan, which costs nothing. */
        HABIT,
        /** Planned work, which nobody should remove: a lab without updates is no better lab. */
        NONE
    }

    private final String word;
    private final String trouble;
    private final Remedy remedy;

    CauseKind(String word, String trouble, Remedy remedy) {
        this.word = word;
        this.trouble = trouble;
        this.remedy = remedy;
    }

    /** Returns the kind that a word in the results stands for; nothing when the word is of another version. */
    public static Optional<CauseKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** Returns the word for it in the results. */
    public String word() {
        return word;
    }

    /** Returns what a sentence calls all causes of the kind together. */
    public String trouble() {
        return trouble;
    }

    /** Returns what can be done about it. */
    public Remedy remedy() {
        return remedy;
    }
}
