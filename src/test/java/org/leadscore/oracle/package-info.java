/** Checks scores by another road: rules and data drawn at random are scored in SQL and compared with the program's scores. */
package org.leadscore.oracle;
