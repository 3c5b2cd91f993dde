package org.leadscore.oracle;

import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.rules.file.RuleFile;

class ThreadsEngineTest extends EngineContract {

    @Override
    Engine engine(RuleFile file, Objections objections, int pieceBytes) {
        return new Engine(3, Progress.NONE, objections);
    }
}
