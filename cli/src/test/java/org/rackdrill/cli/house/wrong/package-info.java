/** A house in which each rule is broken once, so that a rule which cannot fail is noticed. */
package org.rackdrill.cli.house.wrong;
