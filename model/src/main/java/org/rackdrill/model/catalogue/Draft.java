package org.rackdrill.model.catalogue;

import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;

/** An entry as its file has it, before it inherits anything. */
record Draft(
        String name,
        String place,
        PartKind kind,
        String label,
        Optional<String> like,
        Optional<String> os,
        String note,
        Map<Trait<?>, Setting<?>> own) {}
