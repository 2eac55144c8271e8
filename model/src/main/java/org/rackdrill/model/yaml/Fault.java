package org.rackdrill.model.yaml;

/**
 * Why a file is not the YAML that we read.
 *
 * @param fatal whether there is no tree because of it
 */
public record Fault(Place place, String what, String fix, boolean fatal) {}
