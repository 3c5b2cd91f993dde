package org.leadscore.oracle;


import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.spark.Clusters;
import org.leadscore.rules.file.RuleFile;

import java.io.IOException;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SparkEngineTest extends EngineContract {

    private static JavaSparkContext spark;

    @BeforeAll
    static void begin() throws IOException {
        spark = Clusters.ofTwoProcesses();
    }

    @AfterAll
    static void end() {
        spark.close();
    }

    @Override
    Engine engine(RuleFile file, Objections objections, int pieceBytes) {
        return Engine.on(Clusters.of(spark, pieceBytes), file, 2, Progress.NONE, objections);
    }
}
