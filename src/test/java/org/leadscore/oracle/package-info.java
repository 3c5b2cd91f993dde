/** The same scores by another road: rules and data drawn at random, answered by SQL and held against the program's own answer. */
package org.leadscore.oracle;
