package org.rackdrill.model.lab;

/** What an internet access comes in by: a surge walks along copper, not along glass. */
public enum Line {
    COPPER,
    FIBRE,
    RADIO
}
