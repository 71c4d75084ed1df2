import { useEffect, useRef, useState } from 'react';
import 'yenlens';

export function App() {
  const figure = useRef(null);
  const [driver, setDriver] = useState('yen');
  const [shown, setShown] = useState(true);
  const [heard, setHeard] = useState(0);
  useEffect(() => {
    const element = figure.current;
    const count = () => setHeard((times) => times + 1);
    element?.addEventListener('yen-lens-ready', count);
    return () => element?.removeEventListener('yen-lens-ready', count);
  }, [shown]);
  return (
    <main>
      <h1>React</h1>
      <button id="driver" onClick={() => setDriver('jgb10y')}>The 10-year yield</button>
      <button id="toggle" onClick={() => setShown((was) => !was)}>In and out</button>
      <p>Ready <output>{heard}</output> times.</p>
      {shown && (
        <yen-lens ref={figure} view="correlation" asset="btc" driver={driver} base-url="./yenlens/" heading={'<i>"&"</i>'}>
          <p>The figure comes.</p>
        </yen-lens>
      )}
    </main>
  );
}
